//! Sources and citations of the data; `tests/golden/pages/cite.txt` has those of the fixture, written by hand from
//! the published rules.

use crate::harness::{liangjiang, text};

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
