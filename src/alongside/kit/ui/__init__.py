"""How Alongside looks: icons, the thread, forms with plain words, pages for errors, and the gallery of all parts.

Other capabilities use it through the template tags (`{% load ui %}`), `kit.ui.thread.Stop` and
`kit.ui.forms.PlainForm`.
"""
