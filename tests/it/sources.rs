//! Citations. Expectations are written by hand, from published rules.

use serde_json::Value;

use crate::harness::{liangjiang, text};

/// Every source of the fixture but one: a title with characters of TeX; Chinese; a full date; no date and
/// no address.
const CITED: &str = "sources show cloud-weekly-2024-02 luoyun-2025-03-01-bulletin lumen-2019-04-12-plant \
                     mirror-undated-copy -f";

/// BibTeX: fields of `misc` in btxdoc; `key` sorts what has no author; months are macros; bodies and
/// titles in a second pair of braces, so that no style splits or lower-cases them. `url` and `urldate`
/// are those of plainnat and biblatex.
#[test]
fn bibtex_is_as_written_by_hand() {
    liangjiang(&format!("{CITED} bibtex")).stdout(include_str!("../golden/cite.bib")).run();
}

/// CSL 1.0.2, csl-data.json: `id` and `type` are required, dates are `date-parts` of numbers, a body is a
/// name with `literal`; nothing is null, for the schema has no null.
#[test]
fn csl_json_is_as_written_by_hand() {
    let want: Value = serde_json::from_str(include_str!("../golden/cite.csl.json")).unwrap();
    let said = liangjiang(&format!("{CITED} csl-json")).prints().run();
    assert_eq!(serde_json::from_str::<Value>(&said).unwrap(), want);
    assert!(!said.contains("null"));
}

/// GB/T 7714-2015, 4.6.2: 主要责任者. 题名[文献类型标识/文献载体标识]. (更新或修改日期)[引用日期]. 获取和访问路径.
/// Its own example: 萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. 网址.
/// `[OL]` is for what is online only, so what has no address is `[Z]`, "other" in annex B.
#[test]
fn gb7714_is_as_written_by_hand() {
    liangjiang(&format!("{CITED} gb7714")).stdout(include_str!("../golden/cite.gb7714.txt")).run();
}

#[test]
fn every_source_of_the_data_makes_an_entry_whose_braces_balance() {
    let mut depth = 0;
    for c in liangjiang("sources -f bibtex").live().prints().run().chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        assert!((0..=4).contains(&depth));
    }
    assert_eq!(depth, 0);
}

#[test]
fn a_source_names_the_figures_that_rest_on_it() {
    let figures = liangjiang("figures --json").live().rows();
    for source in liangjiang("sources --json").live().rows() {
        let of_it = figures.iter().filter(|figure| figure["source"] == source["id"]);
        let mut want: Vec<&str> = of_it.map(|figure| text(figure, "id")).collect();
        let mut said: Vec<&str> =
            source["figures"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        want.sort_unstable();
        said.sort_unstable();
        assert_eq!(said, want, "{}", source["id"]);
    }
}
