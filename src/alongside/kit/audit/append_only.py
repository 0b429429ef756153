"""The database itself refuses to change or delete an audit entry; only salt and content may be blanked."""

from typing import Any

KEPT = ("number", "on", "who", "action", "thing", "refs", "commit", "previous", "hash")


def _same(vendor: str) -> str:
    """SQL that is true when the change touches nothing but salt and content, and blanks both."""
    operator = "IS" if vendor == "sqlite" else "IS NOT DISTINCT FROM"
    same = " AND ".join(f'NEW."{name}" {operator} OLD."{name}"' for name in KEPT)
    return f"{same} AND NEW.salt = '' AND NEW.content IS NULL"


def statements(vendor: str) -> list[str]:
    """The statements that guard the table, for SQLite or PostgreSQL."""
    if vendor == "sqlite":
        refuse = "BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END"
        return [
            "CREATE TRIGGER append_only_change BEFORE UPDATE ON audit_entry "
            f"WHEN NOT ({_same(vendor)}) {refuse}",
            f"CREATE TRIGGER append_only_delete BEFORE DELETE ON audit_entry {refuse}",
        ]
    function = (
        "CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'UPDATE' AND {_same(vendor)} THEN RETURN NEW; END IF; "
        "RAISE EXCEPTION 'audit entries are append-only' USING ERRCODE = 'check_violation'; END $$"
    )
    trigger = (
        "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry "
        "FOR EACH ROW EXECUTE FUNCTION audit_append_only()"
    )
    return [function, trigger]


def put_up(_apps: Any, schema_editor: Any) -> None:
    """Put the guard up."""
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def take_down(_apps: Any, schema_editor: Any) -> None:
    """Take the guard down again."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER append_only_change")
        schema_editor.execute("DROP TRIGGER append_only_delete")
    else:
        schema_editor.execute("DROP TRIGGER append_only ON audit_entry")
        schema_editor.execute("DROP FUNCTION audit_append_only()")
