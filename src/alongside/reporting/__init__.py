"""Reporting: tables and files made of everything below. Reads everything, writes nothing.

A report is a folder under `reports/` with a `report.py` that holds one `REPORT` (see api.py); its page, its CSV and
its XLSX file come from that alone. Every figure says what it counts.
"""
