"""Import and export: a whole series as plain CSV and Markdown files that people read and edit.

`layout` says what stands in which file. `reading` checks every line before anything is stored; `storing` keeps all
of it or nothing; `leaving` writes the same files again, byte for byte.
"""

from alongside.home.exchange.actions import export_files, import_files
from alongside.home.exchange.problems import ImportRefused, Problem
from alongside.home.exchange.report import Report

__all__ = ["ImportRefused", "Problem", "Report", "export_files", "import_files"]
