"""From here on the database refuses to change or delete an audit entry."""

from django.db import migrations

from alongside.kit.audit.append_only import put_up, take_down


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
