// SPDX-License-Identifier: BSL-1.0
/// @file
/// The script of a page: chooses one of the readings that were worked out beforehand and shows it. It works out no
/// answer. All texts of the record go into the page as text, never as markup.
#pragma once

#include <string_view>

namespace geostance::page::detail {

/// Between the marks of a CDATA section, so that the page is well-formed XML, too.
inline constexpr std::string_view page_script = R"(//<![CDATA[
(() => {
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const marks = {supports: '+', opposes: '\u2212', neutral: '0', mixed: '\u00b1', none: ''};
const derivations = ['', 'spoken for', 'carried over', 'inherited'];
const step = 200;
const state = {account: 0, day: -1, channel: -1, known: -1, sort: 'weight', down: false, shown: step};
const find = id => document.getElementById(id);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

const readings = new Map();
data.readings.forEach(r => readings.set(r.slice(0, 4).join(), r));
const readingOf = (account, day, channel, known) => readings.get([account, day, channel, known].join());
function enter(held, list) {
  for (let i = 0; i < list.length; i += 3) held.set(list[i], [list[i + 1], list[i + 2]]);
  return held;
}
const heldIn = reading => enter(new Map(), reading ? reading[5] : []);

// Elements and texts.
function element(tag, text, attributes) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  Object.entries(attributes || {}).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}
const named = (tag, text, attributes) => element(tag, text, Object.assign({dir: 'auto'}, attributes));
function badge(attitude) {
  const made = element('span', undefined, {class: 'badge ' + attitude});
  made.append(element('b', marks[attitude], {'aria-hidden': 'true'}), ' ' + attitude);
  return made;
}
// Halves are rounded away from zero, as in the table that is here before the script runs.
const rounded = value => Math.sign(value) * Math.round(Math.abs(value) * 100) / 100;
const valueText = value => value === null ? '' : String(rounded(value)).replace('-', '\u2212');
const nameOf = node => data.nodes[node][0];

function evidenceItem([relation, flags, how, via]) {
  const [sentence, note, said, place, quote, language, link] = data.relations[relation];
  const item = element('li', undefined, flags & 3 ? {class: 'idle'} : {});
  item.append(named('strong', sentence));
  const effect = via === undefined ? '' : ': ' + data.relations[via][0];
  const remarks = [derivations[how] + effect, flags & 1 ? 'before: something newer took its place' : '',
    flags & 2 ? 'reports what is counted already' : '', flags & 4 ? 'may not hold that day' : ''].filter(Boolean);
  if (remarks.length) item.append(' ', element('em', '(' + remarks.join('; ') + ')'));
  if (note) item.append(named('p', note));
  if (said) item.append(named('p', said, {class: 'said'}));
  if (quote) item.append(named('blockquote', quote, language ? {lang: language} : {}));
  const where = element('p', undefined, {class: 'place'});
  where.append(named('span', place));
  if (link) where.append(' ', element('a', 'read it there', {rel: 'noreferrer', href: link}));
  item.append(where);
  return item;
}
function evidence(foundation, pieces) {
  const count = pieces + (pieces === 1 ? ' piece' : ' pieces');
  if (foundation === 0) return document.createTextNode(count + ', not told on this page');
  const details = element('details');
  details.append(element('summary', count));
  details.fill = () => {
    if (details.children.length > 1) return;
    const list = element('ul', undefined, {class: 'evidence'});
    data.foundations[foundation].forEach(piece => list.append(evidenceItem(piece)));
    details.append(list);
  };
  details.addEventListener('toggle', details.fill);
  return details;
}

// The table of positions.
const filters = {text: '', kind: '', attitude: ''};
function matches(pair, answer) {
  const [who, target] = data.pairs[pair];
  if (filters.kind && data.nodes[who][1] !== filters.kind && data.nodes[target][1] !== filters.kind) return false;
  if (filters.attitude && answer[0] !== filters.attitude) return false;
  return !filters.text || (nameOf(who) + ' ' + nameOf(target)).toLowerCase().includes(filters.text);
}
const keys = {
  weight: row => row.pair, who: row => nameOf(data.pairs[row.pair][0]), target: row => nameOf(data.pairs[row.pair][1]),
  attitude: row => row.answer[0], value: row => row.answer[1], pieces: row => row.answer[3]
};
function rowOf({pair, answer, foundation}) {
  const [who, target] = data.pairs[pair];
  const row = element('tr', undefined, {'data-row': pair});
  const position = element('td', undefined, {'data-label': 'Position'});
  position.append(badge(answer[0]));
  if (!answer[5]) position.append(' ', element('em', 'maybe'));
  const rests = element('td', undefined, {'data-label': 'Evidence'});
  rests.append(evidence(foundation, answer[3]));
  row.append(named('th', nameOf(who), {scope: 'row', 'data-label': 'Who'}),
    named('td', nameOf(target), {'data-label': 'On'}), position,
    element('td', valueText(answer[1]), {'data-label': 'Value', class: 'number'}), rests);
  return row;
}
function showTable(held) {
  const rows = [];
  held.forEach(([answer, foundation], pair) => {
    if (matches(pair, data.answers[answer])) rows.push({pair, answer: data.answers[answer], foundation});
  });
  const key = keys[state.sort];
  const order = (a, b) => typeof a === 'string' ? a.localeCompare(b) : a - b;
  rows.sort((a, b) => (state.down ? -1 : 1) * order(key(a), key(b)) || a.pair - b.pair);
  find('rows').replaceChildren(...rows.slice(0, state.shown).map(rowOf));
  find('count').textContent = rows.length + ' of ' + held.size + ' positions' +
    (rows.length > state.shown ? ', the first ' + state.shown + ' are shown' : '');
  find('more').hidden = state.shown >= rows.length;
}

// The pictures.
function setClass(shape, kind, attitude) {
  shape.setAttribute('class', kind + ' ' + attitude);
  const sign = shape.querySelector('text');
  if (sign) sign.textContent = marks[attitude];
}
const ties = all('.stands .tie'), signs = all('.stands .mark'), cells = all('.timeline .cell'),
  squares = all('.grid .cell');
function showPictures(held) {
  const attitudeOf = shape => {
    const found = held.get(Number(shape.dataset.pair));
    return found ? data.answers[found[0]] : ['none', null, 0];
  };
  ties.forEach(tie => {
    const answer = attitudeOf(tie);
    tie.setAttribute('class', 'tie ' + answer[0]);
    tie.setAttribute('stroke-width', (1.2 + 1.5 * Math.sqrt(Math.min(answer[2], 4))).toFixed(1));
  });
  signs.forEach(sign => setClass(sign, 'mark', attitudeOf(sign)[0]));
  squares.forEach(square => setClass(square, 'cell', attitudeOf(square)[0]));
  const byDay = data.days.map((_, day) => heldIn(readingOf(state.account, day, -1, -1)));
  cells.forEach(cell => {
    const found = byDay[cell.dataset.day].get(Number(cell.dataset.cell));
    setClass(cell, 'cell', found ? data.answers[found[0]][0] : 'none');
    cell.classList.toggle('now', Number(cell.dataset.day) === state.day);
  });
}
function light(node) {
  all('.stands').forEach(picture => {
    all('.lit', picture).forEach(shape => shape.classList.remove('lit'));
    picture.classList.toggle('dim', node !== null);
    if (node === null) return;
    const ends = new Set([node]);
    all('.tie, .mark, .cell', picture).forEach(shape => {
      const pair = data.pairs[shape.dataset.pair];
      if (!pair.includes(node) || shape.classList.contains('none')) return;
      shape.classList.add('lit');
      pair.forEach(end => ends.add(end));
    });
    all('.node', picture).forEach(shape => {
      if (ends.has(Number(shape.dataset.node))) shape.classList.add('lit');
    });
  });
}

// Camps.
function namesIn(parent, nodes) {
  nodes.forEach((node, i) => parent.append(i ? ', ' : '', element('bdi', nameOf(node))));
  return parent;
}
function showCamps(number) {
  all('[data-camps]').forEach(figure => { figure.hidden = Number(figure.dataset.camps) !== number; });
  const list = find('camps-list');
  list.replaceChildren();
  if (number === -1) {
    list.append(element('li', 'Camps are not worked out for this reading.'));
    return;
  }
  const {members, against, proven} = data.camps[number];
  const line = (title, nodes) => {
    const item = element('li');
    item.append(element('strong', title), ' ');
    list.append(namesIn(item, nodes));
    return item;
  };
  members.filter(camp => camp.length > 1).forEach((camp, i) => line('Camp ' + (i + 1) + ':', camp));
  const singles = members.filter(camp => camp.length === 1).flat();
  if (singles.length) line('With nobody:', singles);
  against.forEach(([first, second, value]) => {
    const item = line('Fits no camp:', [first, second]);
    item.className = 'misfit';
    item.append((value > 0 ? ': friends in two camps' : ': at odds in one camp') + ' (' + valueText(value) + ')');
  });
  if (!members.length) list.append(element('li', 'No two holders have a tie in this reading.'));
  else if (!against.length) list.append(element('li', 'Every tie fits: friends within a camp, enemies across.'));
  if (members.length && !proven) list.append(element('li', 'It is not proven that no camps fit better.'));
}

// Where two readings differ.
function showDifferences(name, from, to) {
  const none = ['none', null], most = 500;
  const body = find(name + '-rows');
  const cell = (label, answer) => {
    const made = element('td', undefined, {'data-label': label}), whole = element('span');
    whole.append(badge(answer[0]), ' ' + valueText(answer[1]));
    made.append(whole);
    return made;
  };
  body.replaceChildren();
  let count = 0;
  for (let pair = 0; pair < data.pairs.length; ++pair) {
    const before = from.has(pair) ? data.answers[from.get(pair)[0]] : none;
    const after = to.has(pair) ? data.answers[to.get(pair)[0]] : none;
    if (before[0] === after[0] && Math.abs(before[1] - after[1]) <= 1e-9) continue;
    if (++count > most) continue;
    const [who, target] = data.pairs[pair];
    const row = element('tr', undefined, {'data-change': pair});
    row.append(named('th', nameOf(who), {scope: 'row', 'data-label': 'Who'}),
      named('td', nameOf(target), {'data-label': 'On'}), cell('Before', before), cell('After', after));
    body.append(row);
  }
  find(name + '-count').textContent = count === 0 ? 'Nothing is different.' :
    count + (count === 1 ? ' position differs' : ' positions differ') +
    (count > most ? ', the first ' + most + ' are shown' : '');
}
const chosen = name => ['-from', '-to'].map(end => Number(find(name + end).value));
function showChanges() {
  showDifferences('days', ...chosen('days').map(day => heldIn(readingOf(state.account, day, -1, -1))));
}
// A supposition has the record's answers, and some others in their place.
function showSupposed() {
  if (!data.suppositions.length) return;
  showDifferences('supposed', ...chosen('supposed').map(number => {
    const held = heldIn(readingOf(state.account, -1, -1, -1));
    return number === -1 ? held : enter(held, data.suppositions[number][1][state.account]);
  }));
}

function show() {
  const reading = readingOf(state.account, state.day, state.channel, state.known);
  const held = heldIn(reading);
  const day = state.day === -1 ? 'as each position last stood' : data.days[state.day];
  find('day-said').textContent = day;
  find('day').setAttribute('aria-valuetext', day);
  find('said').textContent = 'By the account of ' + data.accounts[state.account] +
    (state.day === -1 ? ', as each position last stood' : ', on ' + day) + (state.channel === -1 ? '' : ', channel: ' + data.channels[state.channel]) +
    (state.known === -1 ? '' : ', as known on ' + data.known[state.known]) +
    (state.channel === -1 && state.known === -1 ? '' : ' (not by day)') + (reading ? '' : ': not worked out for this page');
  showTable(held);
  showPictures(held);
  showCamps(reading ? reading[4] : -1);
  showChanges();
  showSupposed();
  document.body.dataset.reading = [state.account, state.day, state.channel, state.known].join();
}

// The controls.
function fill(select, names, first) {
  if (first !== undefined) select.append(element('option', first, {value: -1}));
  names.forEach((name, i) => select.append(element('option', name, {value: i})));
}
fill(find('account'), data.accounts);
fill(find('channel'), data.channels, 'words, votes and deeds');
fill(find('known'), data.known, 'today');
['days-from', 'days-to'].forEach(id => {
  fill(find(id), data.days);
  find(id).append(element('option', 'as each position last stood', {value: -1}));
});
find('days-to').value = String(data.days.length - 1);
if (data.suppositions.length) {
  ['supposed-from', 'supposed-to'].forEach(id => fill(find(id), data.suppositions.map(s => s[0]), 'as recorded'));
  find('supposed-to').value = '0';
}
find('day').max = data.days.length;
find('day').value = data.days.length;
const kinds = Array.from(new Set(data.nodes.map(node => node[1]))).sort();
kinds.forEach(kind => find('kind').append(element('option', kind, {value: kind})));
// Days, channels and days of knowledge are answered one at a time.
function choose(changes) {
  Object.assign(state, changes);
  find('day').value = state.day === -1 ? data.days.length : state.day;
  find('channel').value = state.channel;
  find('known').value = state.known;
  show();
}
const on = (id, event, f) => find(id).addEventListener(event, e => f(e.target.value));
on('account', 'change', value => choose({account: Number(value)}));
on('day', 'input', value => choose({day: Number(value) === data.days.length ? -1 : Number(value), channel: -1, known: -1}));
on('channel', 'change', value => choose({channel: Number(value), day: -1, known: -1}));
on('known', 'change', value => choose({known: Number(value), day: -1, channel: -1}));
on('search', 'input', value => { filters.text = value.trim().toLowerCase(); show(); });
on('kind', 'change', value => { filters.kind = value; show(); });
on('attitude', 'change', value => { filters.attitude = value; show(); });
['days-from', 'days-to'].forEach(id => on(id, 'change', showChanges));
if (data.suppositions.length) ['supposed-from', 'supposed-to'].forEach(id => on(id, 'change', showSupposed));
find('more').addEventListener('click', () => { state.shown += step; show(); });
all('#positions thead th').forEach(head => {
  const button = element('button', head.textContent, {type: 'button'});
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    state.down = state.sort === head.dataset.sort ? !state.down : false;
    state.sort = head.dataset.sort;
    all('#positions thead th').forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', state.down ? 'descending' : 'ascending');
    find('positions').caption.textContent = 'Who stands where, sorted by: ' + button.textContent;
    show();
  });
});
all('.stands .node').forEach(node => {
  node.setAttribute('tabindex', '0');
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', nameOf(node.dataset.node));
  ['mouseenter', 'focus'].forEach(event => node.addEventListener(event, () => light(Number(node.dataset.node))));
  ['mouseleave', 'blur'].forEach(event => node.addEventListener(event, () => light(null)));
});
window.addEventListener('beforeprint', () => all('details').forEach(details => {
  if (details.fill) details.fill(); // an event of its own would come after the page is printed
  details.open = true;
}));
all('[hidden][data-scripted]').forEach(part => { part.hidden = false; });
all('[data-unscripted]').forEach(part => { part.hidden = true; });
show();
})();
//]]>
)";

} // namespace geostance::page::detail
