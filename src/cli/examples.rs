//! Examples of each command, as its `--help` and its man page show them. The tests run every line that
//! begins with `liangjiang` (in a shell, in an empty folder) and expect the exit status 0.

/// The examples of the command at this path, such as `ports show`.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn of(path: &str) -> &'static str {
    match path {
        "" => {
            "liangjiang\n\
             liangjiang industries --pillar\n\
             liangjiang ports show guoyuan\n\
             liangjiang ports show guoyuan --json"
        }
        "overview" => {
            "liangjiang overview --lang zh\n\
             liangjiang overview --json --fields counts,ages"
        }
        "industries" | "industries list" => {
            "liangjiang industries --pillar\n\
             liangjiang industries --scheme 33511-2023 --sort name\n\
             liangjiang industries --park yufu --json"
        }
        "industries show" => {
            "liangjiang industries show nev\n\
             liangjiang industries --pillar -f ids | liangjiang industries show - --json"
        }
        "ports" | "ports list" => {
            "liangjiang ports\n\
             liangjiang ports --fields id,name,name_zh --sort name -f csv"
        }
        "ports show" => {
            "liangjiang ports show guoyuan\n\
             liangjiang ports show guoyuan cuntan --json"
        }
        "parks" | "parks list" => {
            "liangjiang parks\n\
             liangjiang parks --port guoyuan --json"
        }
        "parks show" => {
            "liangjiang parks show yufu\n\
             liangjiang parks show yufu --fields gaps --json"
        }
        "plans" | "plans list" => {
            "liangjiang plans --sort status,id\n\
             liangjiang plans -f markdown"
        }
        "plans show" => {
            "liangjiang plans show 14th-five-year-plan\n\
             liangjiang plans show 14th-five-year-plan --lang zh"
        }
        "policies" | "policies list" => {
            "liangjiang policies --in-force\n\
             liangjiang policies --fields id,status,summary -f tsv"
        }
        "policies show" => {
            "liangjiang policies show western-tax-15\n\
             liangjiang policies --in-force -f ids | liangjiang policies show -"
        }
        "enterprises" | "enterprises list" => {
            "liangjiang enterprises --country germany\n\
             liangjiang enterprises --sort country,name -f csv"
        }
        "enterprises show" => {
            "liangjiang enterprises show seres\n\
             liangjiang enterprises show seres --fields links --json"
        }
        "projects" | "projects list" => {
            "liangjiang projects\n\
             liangjiang projects --sort -status_as_of --fields id,status,status_as_of"
        }
        "projects show" => {
            "liangjiang projects -f ids | liangjiang projects show - --json\n\
             liangjiang projects -f ids | liangjiang projects show - --fields id,name,status"
        }
        "areas" | "areas list" => {
            "liangjiang areas\n\
             liangjiang areas --json"
        }
        "areas show" => {
            "liangjiang areas show liangjiang\n\
             liangjiang areas show liangjiang direct-area liangjiang-district --fields id,name,summary"
        }
        "show" => {
            "liangjiang show guoyuan\n\
             liangjiang show 果园港 --lang zh\n\
             liangjiang ports -f ids | liangjiang show - -f jsonl"
        }
        "figures" => {
            "liangjiang figures guoyuan\n\
             liangjiang figures guoyuan --sort -period,metric --fields period,metric,value,unit,source\n\
             liangjiang ports -f ids | liangjiang figures - -f csv"
        }
        "sources" | "sources list" => {
            "liangjiang sources --sort -published --fields id,published,title\n\
             liangjiang sources --json"
        }
        "sources show" => {
            "liangjiang sources show liangjiang-about-2017\n\
             liangjiang sources show liangjiang-about-2017 --json --fields figures"
        }
        "metrics" => {
            "liangjiang metrics\n\
             liangjiang metrics --sort -figures --fields id,label,unit,figures"
        }
        "version" => {
            "liangjiang version\n\
             liangjiang version --json"
        }
        "export" => {
            "liangjiang export liangjiang-data\n\
             liangjiang export liangjiang-data --force --json"
        }
        "schema" => {
            "liangjiang schema ports\n\
             liangjiang schema ports show\n\
             liangjiang schema figures"
        }
        "completions" => {
            "liangjiang completions bash\n\
             liangjiang completions fish\n\
             COMPLETE=zsh liangjiang"
        }
        "man" => {
            "liangjiang man\n\
             liangjiang man ports show"
        }
        "help" => {
            "liangjiang help formats\n\
             liangjiang help ports show"
        }
        _ => "",
    }
}
