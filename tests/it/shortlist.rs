//! Cases of `shortlist` that are certain in the data; `tests/golden/pages/shortlist.txt` has those of the fixture.

use serde_json::Value;

use crate::harness::with_args;

/// The verdicts of some parks, as `id verdict`, in the order of the answer.
fn verdicts(args: &[&str]) -> Vec<String> {
    let args = [&["shortlist"], args, &["--json"]].concat();
    let rows: Value = with_args(args).live().json();
    let verdict =
        |row: &Value| format!("{} {}", row["id"].as_str().unwrap(), row["verdict"].as_str().unwrap());
    rows.as_array().unwrap().iter().map(verdict).filter(|row| !row.ends_with("nothing-held")).collect()
}

#[test]
fn an_industry_is_asked_for_by_any_of_its_names() {
    for typed in ["semiconductors", "半导体", "chips"] {
        assert!(verdicts(&[typed]).contains(&"shuitu in".to_owned()), "{typed}");
    }
    assert!(verdicts(&["EV", "batteries"]).contains(&"longxing in".to_owned()));
}

#[test]
fn what_is_not_held_decides_nothing_and_a_closed_zone_is_out() {
    assert!(verdicts(&["semiconductors", "--need", "bonded-zone"]).contains(&"shuitu unknown".to_owned()));
    assert!(verdicts(&["biotech"]).contains(&"north-new-zone out".to_owned()));
    let logistics = verdicts(&["logistics", "--need", "river-port", "--among", "yufu,gangcheng"]);
    assert_eq!(logistics, ["yufu in", "gangcheng unknown"], "the port of Gangcheng is redeveloped");
    let small = verdicts(&["logistics", "--min-area", "1", "--among", "smart-logistics-park"]);
    assert_eq!(small, ["smart-logistics-park out"]);
    assert!(verdicts(&["robots", "--need", "cooperation:japan"]).contains(&"japan-park in".to_owned()));
}
