"""Turns a template and plain values into a PDF file that appears whole or not at all."""

import contextlib
import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import typst

from signpost.errors import NotAvailable


def typeset(template: Path, fonts: Path, values: Mapping[str, object], made: datetime) -> bytes:
    """The PDF of a Typst template, tagged for screen readers and where possible as PDF/UA-1.

    The template finds `values` as JSON in `sys.inputs.values`: they are text, never markup. Only
    the fonts of the folder `fonts` are used. Raises NotAvailable when the template cannot be set.
    """
    own = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
    )
    try:
        compiler = typst.Compiler(
            str(template),
            root=str(template.parent),
            font_paths=own,
            sys_inputs={"values": json.dumps(values)},
        )
        try:
            return _compiled(compiler, made, accessible=True)
        except typst.TypstError:
            # One letter that the font lacks breaks the standard: a page without it beats no page.
            return _compiled(compiler, made, accessible=False)
    except (typst.TypstError, OSError, RuntimeError) as error:
        reason = str(error).partition("\n")[0]
        raise NotAvailable(
            f"The page layout {template.name} cannot be used ({reason}).",
            "Install the program again, or take your changes to that file back.",
        ) from error


def _compiled(compiler: typst.Compiler, made: datetime, *, accessible: bool) -> bytes:
    pdf = compiler.compile(
        format="pdf",
        pdf_standards=["ua-1"] if accessible else [],
        timestamp=made.replace(microsecond=0),
    )
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf))
    return pdf


def write_pdf(out: Path, pdf: bytes) -> None:
    """Write the file; it takes its place only when it is whole. Raises NotAvailable with a
    sentence."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        if out.is_dir():
            raise NotAvailable(f"{out} is a folder.", "Name a file in it, such as paper-sheet.pdf.")
        if not out.parent.is_dir():
            raise NotAvailable(
                f"There is no folder {out.parent}.", "Make it first, or name another folder."
            )
        with part.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotAvailable(
            f"{out} cannot be written ({reason}).",
            "Close it in other programs, check the rights to its folder and the room on the disk.",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
