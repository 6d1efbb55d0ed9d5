// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/edge_list.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/io/graphviz.hpp>
#include <geostance/io/max_cut.hpp>
#include <geostance/io/node_link.hpp>
#include <geostance/model/geopolitics.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <iostream>

namespace gs = geostance;
namespace io = geostance::io;
using namespace std::chrono;

gs::stance_graph small_graph() {
  gs::stance_graph g;
  auto p = g.add(gs::publication{.key="pub",.name="A \"b\" \\ \n é <x>",.published=gs::date(year(2024)/3)});
  auto a = g.add(gs::actor{.key="RUS",.name="Russia",.kind=gs::actor_kind::state,.aliases={"Russian Federation","RF"},.codes={{"cow","365"}}});
  auto i = g.add(gs::issue{.key="m,n",.kind=gs::issue_kind::motion});
  g.relate(a,i,gs::casts{.vote=gs::ballot::no,.veto=true},{.publication=p,.locator="row 1",.valid=gs::during(gs::date(year(2024)/3/28))});
  g.relate(a,i,gs::stance{.value=0});
  g.relate(a,a,gs::acts_toward{.event={"cameo","010"},.value=.5},{.valid=gs::since(gs::date(year(1999)))});
  g.relate(a,a,gs::allied_with{.pledges={.defense=true}});
  return g;
}
struct tie { int sign=1; };
TEST_CASE("x") {
  auto g=small_graph();
  io::write_graphviz(std::cout,g,{.title="T"});
  io::write_graphviz(std::cout,g,{.only_signed=true});
  io::write_graphml(std::cout,g);
  io::write_node_link(std::cout,g);
  io::write_edge_list(std::cout,g);
  using G=boost::adjacency_list<boost::vecS,boost::vecS,boost::undirectedS,boost::no_property,tie>;
  G h(4); add_edge(0,1,tie{-1},h); add_edge(1,2,tie{1},h); add_edge(0,2,tie{1},h); add_edge(2,3,tie{1},h); add_edge(2,3,tie{-1},h);add_edge(3,3,tie{-1},h);
  auto p=io::write_max_cut(std::cout,h,get(&tie::sign,h)); std::cout<<p.offset<<"\n";
  io::write_frustration_lp(std::cout,h,get(&tie::sign,h));
}
