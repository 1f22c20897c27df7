"""A chat as an archive that its member carries away: pages to read in any browser, or JSON for programs, and files.

`asking` takes the wish and gives the result, `making` and `work` make the archive in short steps that go on after a
crash, `archive` is the ZIP, `page_html` and `page_json` are the two forms, described in docs/export.md.
"""
