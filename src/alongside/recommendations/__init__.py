"""Recommendations: from key points to what changed, and back to the people whose words stand behind it.

The thread lives here: contribution → key point → recommendation → decision → response → impact → version → told.
"""
