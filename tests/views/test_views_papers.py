from __future__ import annotations

from pathlib import Path

import pytest

from hoering import HoeringError, views


def test_the_preview_keeps_links_inside_the_report(tmp_path: Path) -> None:
    path = tmp_path / "temarapport.html"
    path.write_text('<html><head></head><body><a href="#a">å</a></body></html>', encoding="utf-8")
    page = views.preview(path)._repr_html_()
    assert "&lt;head&gt;&lt;base href=&quot;about:srcdoc&quot;&gt;" in page
    assert 'height="700"' in page
    with pytest.raises(HoeringError, match="findes ikke"):
        views.preview(tmp_path / "mangler.html")
