# SPDX-License-Identifier: BSL-1.0
"""How the checks of this folder end: by what is wrong, or by a sentence that says how much they looked at."""
import sys
from pathlib import Path


def tell(complaints, sentence, *numbers):
    """Prints the complaints, or the sentence if there are none. A check that found nothing to look at fails, too.

    Returns the exit status."""
    print("\n".join(complaints) if complaints else sentence)
    return 1 if complaints or 0 in numbers else 0


def look(complaints_about, sentence):
    """Looks at the folder that is the program's argument, or else the current one, tells what is wrong, and ends.

    complaints_about(root) returns the complaints and the number that the sentence says at {}."""
    complaints, number = complaints_about(Path((sys.argv[1:] or ["."])[0]))
    sys.exit(tell(complaints, sentence.format(number), number))
