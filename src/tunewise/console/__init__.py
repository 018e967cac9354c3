"""The console: a page in the browser that shows every experiment, as `tunewise console` serves it.

`server` and `access` stand at the rim; `reading`, `live`, `listing`, `jobs` and `studies` read; `views` turns
what was read into what travels; `static` is the page. Nothing here decides or writes, but for `steering`.
"""
