"""The languages of templates inside Markdown, as patterns.

Hugo's and Quarto's ``{{< x >}}`` and ``{{% x %}}``, Liquid's and Jinja's ``{% x %}``, ``{{ x }}`` and ``{# x #}``, the
components, expressions and imports of MDX, fenced divs ``::: x``, boxes ``!!! x``, attribute lists ``{: .x}`` and
``[[wiki links]]``. Each pattern has one group of its own name: what stands inside. None of them backtracks.
"""

from __future__ import annotations

import re
from functools import cache

from compliance.expressions import expression

_UNBROKEN = r"(?!\n[ \t]*+\r?\n)"
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
_JSX = rf"(?:[^<>{{}}\"']|\"[^\"]*+\"|'[^']*+'|{_BRACES})*+"
_LINE_END = r"(?=[\r\n]|\Z)"
_PATTERNS = {
    "hugo": rf"\{{\{{[<%](?P<hugo>(?:(?!\{{\{{|[%>]\}}\}}){_UNBROKEN}[\s\S])*+)[%>]\}}\}}",
    "liquid": rf"\{{%(?P<liquid>(?:(?!\{{%|%\}}){_UNBROKEN}[\s\S])*+)%\}}",
    "output": rf"\{{\{{(?![<%])(?P<output>(?:(?!\{{\{{|\}}\}}){_UNBROKEN}[\s\S])*+)\}}\}}",
    "note": r"\{#(?P<note>(?:(?!\{#|#\})[\s\S])*+)#\}",
    "attributes": r"(?:\{:|(?<=[\])])\{(?=[^{}\n]*+\}))(?P<attributes>[^{}\n]*+)\}",
    "fence": rf"^[ ]{{0,3}}:{{3,}}(?P<fence>[^\r\n]*+){_LINE_END}",
    "box": rf"^(?:!!!|\?\?\?\+?)[ \t]++(?P<box>[\w-]++[^\r\n]*+){_LINE_END}(?=\r?\n(?:[ \t]*+\r?\n)*+(?: {{4}}|\t))",
    "wiki": r"!?\[\[(?:[^\[\]\n|]*+\|)?(?P<wiki>[^\[\]\n|]++)\]\](?![(\[:])",
    "component": rf"</?(?P<component>[A-Z][\w.]*+(?=[\s/>]){_JSX})>",
    "braced": rf"</?(?P<braced>[a-z][\w-]*+(?=\s){_JSX})>",
    "remark": r"\{/\*(?P<remark>(?:(?!\{/\*|\*/\})[\s\S])*+)\*/\}",
    "module": r"^(?P<module>(?:import\s+[\w*{'\"]|export\s+(?:const|let|var|default|function|async|class|\{|\*))"
    r"(?:(?!\r?\n[ \t]*+\r?\n)[\s\S])*+)",
    "expression": r"\{(?P<expression>[^{}\n]*+)\}",
}
_TRIGGERS = {
    "hugo": ("{{<", "{{%"), "liquid": ("{%",), "output": ("{{",), "note": ("{#",), "attributes": ("{:", "]{", "){"),
    "fence": (":::",), "box": ("!!! ", "??? ", "???+ "), "wiki": ("[[",),
}  # fmt: skip
_MDX = ("component", "braced", "remark", "module", "expression")
_COMPONENT = expression(r"<[A-Z][A-Za-z0-9.]*[a-z]")


def languages(text: str, base: int, *, mdx: bool) -> tuple[str, ...]:
    """The names of the patterns that may match somewhere in ``text`` from ``base`` on."""
    names = [name for name, marks in _TRIGGERS.items() if any(mark in text for mark in marks)]
    if mdx:
        names += _MDX
    elif _COMPONENT.search(text, base):
        names.append("component")
    return tuple(names)


@cache
def compiled(names: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern of the named ones; the group that matched last tells which one it was."""
    return re.compile("|".join(_PATTERNS[name] for name in names), re.MULTILINE)
