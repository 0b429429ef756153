from django.db import migrations, models

from alongside.kit.audit.append_only import put_up, take_down


class Migration(migrations.Migration):
    """Nobody looks an entry up by its hash, and no two can be alike: each hash holds the entry's number.

    Its index cost every answer a page of the store. SQLite makes the table anew, so its guard is put up again.
    """

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunPython(take_down, put_up),
        migrations.AlterField("entry", "hash", models.CharField(max_length=64)),
        migrations.RunPython(put_up, take_down),
    ]
