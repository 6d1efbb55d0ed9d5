#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether a letter means in every header what the page of conventions says:  letters.py [ROOT]

- A parameter of a function that has a name of the table has a type that the table allows for it. Free are what a
  function takes alone, if it is called by the first letter of its type, and `a` and `b` of one type.
- What the table has a name for has that name: a function's graph is `g`, its lens `asked`, its options `options`. Of
  two, each is called by its part.
- A parameter of a template that is a letter is in the table, and of the kind that it says. A schema is `S`, a Boost.Graph
  graph `G`.
- The table has each of these names.
"""
import re

from complaints import look

NUMBER = r"(std::)?(size_t|ptrdiff_t|u?int\d+_t)|int|unsigned"
DESCRIPTOR = NUMBER + r"|auto|number|[\w:<> ]*(_descriptor|[Vv]ertex|[Ee]dge)(<\w+>)?(::type)?"
GRAPH = r"(\w+::)*(typed_graph<\w+>|stance_graph|overlay<\w+>|supposition<\w+>|signed_graph)|G"
CALLABLE = r"[A-Z]\w*|auto|std::function<.*>|(\w+::)*function_ref<.*>"
OPTIONS = r"(\w+::)*(\w+_)?options"
MEANS = {  # the types that a parameter of the name may have
    "g": GRAPH + r"|auto|[A-Z]\w+|\w+_(graph|ties)(<\w+>)?",
    "u": DESCRIPTOR,
    "v": DESCRIPTOR,
    "w": DESCRIPTOR,
    "e": DESCRIPTOR,
    "t": NUMBER + r"|auto|\w*tie",
    "a": NUMBER + r"|auto|(\w+::)?arc",
    "n": NUMBER + r"|auto|number|difference_type|any_node|node<.*>|node_handle auto",
    "r": r"auto|any_relation|relation<.*>|relation_handle auto",
    "k": NUMBER + r"|std::optional<std::size_t>",
    "p": "auto|(std::optional<)?(period|provenance)>?",
    "d": "(std::optional<)?date>?",
    "f": CALLABLE,
    "visit": CALLABLE,
    "asked": "lens",
    "options": OPTIONS + "|Options",
    "who": r"any_node|node<.*>|[\w<>]+ auto",
    "when": "(std::optional<)?(date|period)>?",
}
CALLED = {"g": GRAPH, "asked": "lens", "options": OPTIONS}
PARTS = {"from", "into", "supposed", "below", "other", "first", "second", "with", "ties"}
OF_TEMPLATES = {  # what a letter may be as a parameter of a template
    "A": "class|detail::some_handle",
    "B": "class|detail::some_handle",
    "E": "class|named_enum",
    "F": "class",
    "G": r"class|\w+_graph",
    "I": "std::size_t",
    "M": "class",
    "N": "std::size_t",
    "R": r"class|relation_type_of<\w+>",
    "S": r"class|(\w+::)*\w+_schema",
    "T": r"class|(?!relation_type_of|\w+_schema|\w+_graph)[\w:]+(<\w+>)?",
}
CALLED_IN_TEMPLATES = {"S": r"(\w+::)*\w+_schema", "G": r"(\w+_)*graph"}

NO_CODE = re.compile(r"""//[^\n]*|R"\(.*?\)"|"(?:[^"\\\n]|\\.)*"|(?<!\w)'(?:[^'\\]|\\[^']+|\\')'""", re.DOTALL)
NO_LIST = re.compile(r"\b(if|for|while|switch|catch|return|sizeof|decltype|noexcept|requires|alignas|assert)\s*$")
NO_TYPE = {"return", "not", "throw", "else", "case", "new", "const", "delete", "co_return", "typename"}
PARAMETER = re.compile(r"(?:\[\[\w+\]\] )?((?:const |typename )*[\w:]+(?:<.*>)?(?:::\w+)*(?: const)?(?: auto)?)"
                       r"(?:&&|&|\*)?(?: const)?(?:\.\.\.)? (\w+)(?: = .*)?")
OF_TEMPLATE = re.compile(r"(.*?)(?:\.\.\.)? (\w+)(?: = .*)?")


def blank(text):
    """Without comments, texts and characters, everything at its place."""
    return NO_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def pieces(text, opened):
    """What stands between the bracket at a place and its end, cut at the commas; nothing where it is no list."""
    depth, begin, result = 0, opened + 1, []
    for at in range(opened, len(text)):
        letter = text[at]
        if letter in "([{<":
            depth += 1
        elif letter in ")]}" or (letter == ">" and text[at - 1] != "-"):
            depth -= 1
        elif letter == ";" and depth == 1:
            return []
        if depth == 0 or (letter == "," and depth == 1):
            result.append(" ".join(text[begin:at].split()))
            begin = at + 1
        if depth == 0:
            return result
    return []


def of_functions(text):
    """The lists of parameters in a text: where each begins, and its types and names."""
    for found in re.finditer(r"\(", text):
        if NO_LIST.search(text[max(0, found.start() - 12):found.start()]):
            continue
        parameters = [PARAMETER.fullmatch(piece) for piece in pieces(text, found.start())]
        if parameters and all(one and one[1] not in NO_TYPE for one in parameters):
            yield found.start(), [(re.sub(r"^const | const$|\btypename ", "", one[1]), one[2]) for one in parameters]


def of_templates(text):
    """The parameters of templates in a text: where the list begins, kind and name."""
    for found in re.finditer(r"\b(?:template |\[&?\])<", text):
        for parameter in map(OF_TEMPLATE.fullmatch, pieces(text, found.end() - 1)):
            if parameter:
                yield found.start(), parameter[1], parameter[2]


def is_free(kind, name, listed):
    """Whether one of the two exceptions holds for a parameter."""
    is_first_letter = re.search(rf"(^|[^a-z]){name}", kind.lower()) is not None
    return (len(listed) == 1 and is_first_letter) or (name == "a" and (kind, "b") in listed)


def wrong_in(listed):
    """What is wrong with the parameters of one function."""
    for kind, name in listed:
        if name in MEANS and not re.fullmatch(MEANS[name], kind) and not is_free(kind, name, listed):
            yield f"{name} is a {kind}"
    for name, called in CALLED.items():
        if name not in [given for _, given in listed]:
            for kind, given in listed:
                if re.fullmatch(called, kind) and given not in PARTS:
                    yield f"the {kind} {given} is to be called {name}"


def wrong_in_template(kind, name):
    if len(name) == 1 and not re.fullmatch(OF_TEMPLATES.get(name, "none"), kind):
        yield f"{name} is a {kind}"
    for letter, called in CALLED_IN_TEMPLATES.items():
        if name != letter and re.fullmatch(called, kind):
            yield f"the {kind} {name} is to be called {letter}"


def complaints_about(text):
    """What is wrong in a text, with lines, and how many parameters it has."""
    complaints, number = [], 0
    for place, listed in of_functions(text):
        if len(listed) == 2 and re.search(r"operator(<<|>>)$", text[:place]):
            listed = listed[1:]  # beside its stream, it stands alone
        number += len(listed)
        complaints += [(text.count("\n", 0, place) + 1, what) for what in wrong_in(listed)]
    for place, kind, name in of_templates(text):
        number += 1
        complaints += [(text.count("\n", 0, place) + 1, what) for what in wrong_in_template(kind, name)]
    return complaints, number


def look_up(root):
    conventions = (root / "include" / "geostance" / "geostance.hpp").read_text(encoding="utf-8")
    table = "\n".join(re.findall(r"^/// \|([^|]*)\|", conventions, flags=re.MULTILINE))
    complaints = [f"the table of letters lacks {name}" for name in MEANS | OF_TEMPLATES if f"`{name}`" not in table]
    number = 0
    for header in sorted((root / "include" / "geostance").rglob("*.hpp")):
        found, parameters = complaints_about(blank(header.read_text(encoding="utf-8")))
        number += parameters
        complaints += [f"{header.relative_to(root)}:{line}: {what}" for line, what in found]
    return complaints, number


if __name__ == "__main__":
    look(look_up, "{} parameters are named as the table of letters says")
