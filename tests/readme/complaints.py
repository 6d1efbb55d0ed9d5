# SPDX-License-Identifier: BSL-1.0
"""How the checks of this folder end: by what is wrong, or by a sentence that says how much they looked at."""


def tell(complaints, sentence, *numbers):
    """Prints the complaints, or the sentence if there are none. A check that found nothing to look at fails, too.

    Returns the exit status."""
    print("\n".join(complaints) if complaints else sentence)
    return 1 if complaints or 0 in numbers else 0
