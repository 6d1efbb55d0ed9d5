#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether the public headers say what each thing promises:  contracts.py [ROOT]

- A free function or function template says what it costs, by `@par Complexity` in its own comment or, for all functions
  of a header, in that of the header.
- One that changes an argument or writes says what is left if it throws, by `@par Guarantee`, likewise.
- A concept lists what it requires, and says by what it is satisfied, and by what not. It is among those of which
  tests/static/soft_concepts.cpp asks whether they are softly false.
- A class says what its functions cost: each by itself, or in its own comment "O(1) for a function that says nothing
  else" or the like. Those of an aggregate take O(1) where nothing is said.
- A question says that handles and fields of its lens are refused, by `@throws invalid_handle` and `invalid_value`.
- What asserts something of its caller says so by `@pre`.
- What takes the weights or values of edges says that they are finite, and throws invalid_value where they are not: in
  words, or "as for" a function that does. So are spans of numbers, unless they have a narrower range.
"""
import re

from complaints import look

COMPLEXITY = "@par Complexity"
GUARANTEE = "@par Guarantee"
PRIVATE = re.compile(r"\nnamespace (?:\w+::)*detail \{.*?\n\} // namespace (?:\w+::)*detail", re.DOTALL)
TEMPLATE = re.compile(r"\Atemplate <.*>\n")
CONSTRAINT = re.compile(r"\A\s+requires\b.*\n")
NO_FUNCTION = re.compile(r"(class|struct|enum|union|using|concept|extern|friend|namespace|public|protected|private|"
                         r"template)\b|"
                         r"static_assert|[#}{)/\s]|(inline )?constexpr [^(]*=")
CONCEPT = re.compile(r"\Aconcept (\w+)")
CONCEPT_SAYS = re.compile(r"Requires.*\n/// - .*Satisfied by .*\bnot\b", re.DOTALL)
CHANGED = re.compile(r"(?<!const)(?<!&)& \w+[,)=\s]")  # a reference to something that is not constant, and no F&&
CLASS = re.compile(r"((?:///[^\n]*\n)*)(?:template <[^\n]*>\n(?:\s+requires[^\n]*\n)?)?class (\w+)[^;{(]*\{\n(.*?)\n\};",
                   re.DOTALL)
NO_COST = re.compile(r"(friend|using|enum|class|struct|static_assert|static constexpr)\b|~|"
                     r".*(= default|= delete|operator==)")
OF_EDGES = re.compile(r"\b(?:signed_input<\w+, (\w+)>|edge_weights<\w+> (\w+))")  # the type of weights
NUMBERS = re.compile(r"std::span<double const> (\w+)")
REFUSES = re.compile(r"@throws invalid_value[^@]*(\bfinite\b|\bas for\b)")
ASSERTS = "GEOSTANCE_ASSERT("
NAME = re.compile(r"((?:\w+::)*)(operator[^\s(]+|\w+)\(")


def declarations(text):
    """What stands at the beginning of a line, as all in a namespace does: line, comment before it, and its head."""
    comment = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        first = number
        line = lines[number]
        number += 1
        if line.startswith("///"):
            comment.append(line)
            continue
        if line.startswith("//"):
            continue
        if line and line[0] not in "#} )":
            while not re.search(r"[{;}]$", re.sub(r"\s*//.*", "", lines[number - 1])):
                number += 1
            yield first + 1, "\n".join(comment), "\n".join(lines[first:number])
        comment = []


def function_name(head):
    """The name of the function that a declaration makes known; none for anything else."""
    head = TEMPLATE.sub("", head)
    head = CONSTRAINT.sub("", head)
    head = re.sub(r"\[\[.*?\]\]\s*", "", head)
    if NO_FUNCTION.match(head) or head.endswith("= delete;"):
        return None
    found = NAME.search(re.sub(r"(decltype|requires|noexcept|alignas)\(.*?\)", "", head))
    # what is defined outside its class was declared in it
    return found[2] if found and not found[1] else None


def changes_something(name, head):
    """Whether a function may change what it is given, or a file. What prints to a stream is not asked for more."""
    if name.startswith("operator"):
        return False
    parameters = head[head.find(name + "("):].split("{")[0]
    return name.startswith("write") or CHANGED.search(parameters) is not None


def unsaid_of_concept(name, comment, soft):
    """What a concept does not say, `soft` being the test of those that are softly false."""
    result = [] if CONCEPT_SAYS.search(comment) else [f"{name} does not list what it requires, and examples"]
    if not re.search(rf"\bgs::{name}<", soft):
        result.append(f"{name} is not in tests/static/soft_concepts.cpp")
    return result


def said_of(parameter, comment):
    """What a comment says of a parameter, also in the lines below."""
    found = re.search(rf"@param {parameter}\b([^@]*)", comment)
    return found[1] if found else ""


def unsaid_of_numbers(comment, head):
    """What a function does not say of weights of edges and of spans of numbers."""
    result = []
    for found in OF_EDGES.finditer(head):
        parameter = re.search(rf"\b{found[1] or found[2]} const& (\w+)", head)
        if not parameter or "finite" not in said_of(parameter[1], comment):
            result.append("nothing says that the numbers of edges are finite")
    for parameter in NUMBERS.findall(head):
        if not re.search(r"\bfinite\b|\bin [\[(]", said_of(parameter, comment)):
            result.append(f"nothing says that {parameter} are finite")
    if (OF_EDGES.search(head) or NUMBERS.search(head)) and not REFUSES.search(comment):
        result.append("nothing says that numbers which are not finite are refused")
    return result


def missing(comment, head, promised, soft):
    """What a declaration does not say, `promised` being what the header says for all, and whether it is a function."""
    if found := CONCEPT.match(TEMPLATE.sub("", head)):
        return unsaid_of_concept(found[1], comment, soft), False
    name = function_name(head)
    if not name:
        return [], False
    says = comment + promised
    result = [] if COMPLEXITY in says else [f"{name} does not say what it costs"]
    result += [f"{name}: {what}" for what in unsaid_of_numbers(comment, head)]
    if GUARANTEE not in says and changes_something(name, head):
        result.append(f"{name} does not say what is left if it throws")
    return result, True


def silent_members(body):
    """The public functions of a class that do not say what they cost."""
    is_public, comment, number = False, "", 0
    lines = body.split("\n")
    for at, line in enumerate(lines):
        if found := re.match(r"(public|private|protected):", line):
            is_public = found[1] == "public"
        if line.startswith("    ///"):
            comment += line
        elif re.match(r"    [^\s}]", line) and not re.match(r"    (template|requires)\b", line):
            head = " ".join(lines[at:at + 3]).split("{")[0].strip()
            is_function = "(" in head.split(";")[0].split(" = ")[0] and not NO_COST.match(head)
            number += is_public and is_function and COMPLEXITY not in comment
            comment = ""
    return number


def unsaid_of_classes(text, promised):
    """The classes some functions of which do not say what they cost, with their lines."""
    for found in CLASS.finditer(text):
        number = silent_members(found[3])
        if number and COMPLEXITY not in found[1] + promised:
            line = text.count("\n", 0, found.start(2)) + 1
            yield line, f"{number} functions of {found[2]} do not say what they cost, nor does it for all"


def unsaid_preconditions(text):
    """Assertions of functions without @pre, with their lines."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if ASSERTS not in line or line.startswith("#"):
            continue
        above = at
        while above > 0 and not lines[above].lstrip().startswith("///"):
            above -= 1
        comment = []
        while lines[above].lstrip().startswith("///"):
            comment.append(lines[above])
            above -= 1
        if "@cond" not in comment[0] and not any("@pre" in said for said in comment):
            yield at + 1, "what is asserted here is no @pre of the function"


def unsaid_of_lenses(text):
    """Functions with a lens that do not say that its handles and fields are refused, with their lines."""
    for found in re.finditer(r"((?:[ ]*///[^\n]*\n)+)((?:(?!///|;\n|\{\n|\}\n).)*?\([^;]*?\blens (?:const& )?asked\b)",
                             text, re.DOTALL):
        if " validate(" in found[2]:  # looks at the fields alone
            continue
        line = text.count("\n", 0, found.start(2)) + 1
        throws = " ".join(re.findall(r"@throws[^@]*", found[1]))
        for refused in ("invalid_handle", "invalid_value"):
            if refused not in throws and " as " not in throws:
                yield line, f"a lens is asked, and no {refused} is said"


def look_up(root):
    """What public headers do not say, and how many functions there are."""
    complaints = []
    number = 0
    headers = root / "include" / "geostance"
    soft = (root / "tests" / "static" / "soft_concepts.cpp").read_text(encoding="utf-8")
    for header in sorted(headers.rglob("*.hpp")):
        if "detail" in header.relative_to(headers).parts:
            continue
        text = PRIVATE.sub(lambda found: re.sub(r"[^\n]", "", found[0]), header.read_text(encoding="utf-8"))
        promised = text[:text.find("#pragma once")]
        for line, comment, head in declarations(text):
            unsaid, is_function = missing(comment, head, promised, soft)
            number += is_function
            complaints += [f"{header.relative_to(root)}:{line}: {what}" for what in unsaid]
        for unsaid in (unsaid_of_classes(text, promised), unsaid_preconditions(text), unsaid_of_lenses(text)):
            complaints += [f"{header.relative_to(root)}:{line}: {what}" for line, what in unsaid]
    return complaints, number


if __name__ == "__main__":
    look(look_up, "{} functions say what they promise")
