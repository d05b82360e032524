_liangjiang() {
    local i cur prev opts cmd
    COMPREPLY=()
    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        cur="$2"
    else
        cur="${COMP_WORDS[COMP_CWORD]}"
    fi
    prev="$3"
    cmd=""
    opts=""

    for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "${cmd},${i}" in
            ",$1")
                cmd="liangjiang"
                ;;
            liangjiang,areas)
                cmd="liangjiang__subcmd__areas"
                ;;
            liangjiang,check)
                cmd="liangjiang__subcmd__check"
                ;;
            liangjiang,compare)
                cmd="liangjiang__subcmd__compare"
                ;;
            liangjiang,completions)
                cmd="liangjiang__subcmd__completions"
                ;;
            liangjiang,conflicts)
                cmd="liangjiang__subcmd__conflicts"
                ;;
            liangjiang,enterprises)
                cmd="liangjiang__subcmd__enterprises"
                ;;
            liangjiang,export)
                cmd="liangjiang__subcmd__export"
                ;;
            liangjiang,figures)
                cmd="liangjiang__subcmd__figures"
                ;;
            liangjiang,gaps)
                cmd="liangjiang__subcmd__gaps"
                ;;
            liangjiang,help)
                cmd="liangjiang__subcmd__help"
                ;;
            liangjiang,industries)
                cmd="liangjiang__subcmd__industries"
                ;;
            liangjiang,man)
                cmd="liangjiang__subcmd__man"
                ;;
            liangjiang,metrics)
                cmd="liangjiang__subcmd__metrics"
                ;;
            liangjiang,overview)
                cmd="liangjiang__subcmd__overview"
                ;;
            liangjiang,parks)
                cmd="liangjiang__subcmd__parks"
                ;;
            liangjiang,plans)
                cmd="liangjiang__subcmd__plans"
                ;;
            liangjiang,policies)
                cmd="liangjiang__subcmd__policies"
                ;;
            liangjiang,ports)
                cmd="liangjiang__subcmd__ports"
                ;;
            liangjiang,projects)
                cmd="liangjiang__subcmd__projects"
                ;;
            liangjiang,schema)
                cmd="liangjiang__subcmd__schema"
                ;;
            liangjiang,search)
                cmd="liangjiang__subcmd__search"
                ;;
            liangjiang,show)
                cmd="liangjiang__subcmd__show"
                ;;
            liangjiang,sources)
                cmd="liangjiang__subcmd__sources"
                ;;
            liangjiang,version)
                cmd="liangjiang__subcmd__version"
                ;;
            liangjiang__subcmd__areas,list)
                cmd="liangjiang__subcmd__areas__subcmd__list"
                ;;
            liangjiang__subcmd__areas,show)
                cmd="liangjiang__subcmd__areas__subcmd__show"
                ;;
            liangjiang__subcmd__enterprises,list)
                cmd="liangjiang__subcmd__enterprises__subcmd__list"
                ;;
            liangjiang__subcmd__enterprises,show)
                cmd="liangjiang__subcmd__enterprises__subcmd__show"
                ;;
            liangjiang__subcmd__industries,list)
                cmd="liangjiang__subcmd__industries__subcmd__list"
                ;;
            liangjiang__subcmd__industries,show)
                cmd="liangjiang__subcmd__industries__subcmd__show"
                ;;
            liangjiang__subcmd__parks,list)
                cmd="liangjiang__subcmd__parks__subcmd__list"
                ;;
            liangjiang__subcmd__parks,show)
                cmd="liangjiang__subcmd__parks__subcmd__show"
                ;;
            liangjiang__subcmd__plans,list)
                cmd="liangjiang__subcmd__plans__subcmd__list"
                ;;
            liangjiang__subcmd__plans,show)
                cmd="liangjiang__subcmd__plans__subcmd__show"
                ;;
            liangjiang__subcmd__policies,list)
                cmd="liangjiang__subcmd__policies__subcmd__list"
                ;;
            liangjiang__subcmd__policies,show)
                cmd="liangjiang__subcmd__policies__subcmd__show"
                ;;
            liangjiang__subcmd__ports,list)
                cmd="liangjiang__subcmd__ports__subcmd__list"
                ;;
            liangjiang__subcmd__ports,show)
                cmd="liangjiang__subcmd__ports__subcmd__show"
                ;;
            liangjiang__subcmd__projects,list)
                cmd="liangjiang__subcmd__projects__subcmd__list"
                ;;
            liangjiang__subcmd__projects,show)
                cmd="liangjiang__subcmd__projects__subcmd__show"
                ;;
            liangjiang__subcmd__sources,list)
                cmd="liangjiang__subcmd__sources__subcmd__list"
                ;;
            liangjiang__subcmd__sources,show)
                cmd="liangjiang__subcmd__sources__subcmd__show"
                ;;
            *)
                ;;
        esac
    done

    case "${cmd}" in
        liangjiang)
            opts="-h -V --help --version overview industries ports parks plans policies enterprises projects areas show figures compare search sources metrics conflicts gaps check export schema completions man version help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 1 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__areas)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "district municipality new-area statistical-scope" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active historical" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__areas__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "district municipality new-area statistical-scope" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active historical" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__areas__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help liangjiang direct-area liangjiang-district chongqing"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__check)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "rule id figures statements statements_zh" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "rule id figures statements statements_zh" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__compare)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone 12th-five-year-plan 13th-five-year-plan 14th-five-year-plan 15th-five-year-plan chongqing-14th-five-year-plan chongqing-15th-five-year-plan founding-plan guideline-2020 one-center-four-belts realignment-2025 three-steps 33511 33618 low-altitude-plan nev-plan software-plan campaign-2023 opportunity-list-2024 work-report-2023 chuanyu-ftz-plan rcep-plan trade-forms-plan cci chengdu-chongqing-circle encouraged-catalogue fdi-environment-2024 fdi-measures-2020 fdi-rewards foreign-investment-law foreign-rd-measures negative-list business-environment business-pilot delegated-powers fdi-contacts fie-complaints fie-setup one-stop-service bonded-rules cbec-import-rules ftz-rules rcep service-pilot reinvestment-credit western-catalogue western-tax-15 chain-chief power-price-reform ten-policies climate-finance industry-fund talent-policy visa-free-transit avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp baoshan-bridge cuntan-bridge guojiatuo-bridge lijia-bridge longxing-tunnel road-network wanxing-road metro metro-line-10 metro-line-9 power-supply expo-centre liangjiang direct-area liangjiang-district chongqing"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id kind name name_zh category status parent industries ports enterprises sources figures" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id kind name name_zh category status parent industries ports enterprises sources figures" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__completions)
            opts="-h --help bash elvish fish powershell zsh"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__conflicts)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone 12th-five-year-plan 13th-five-year-plan 14th-five-year-plan 15th-five-year-plan chongqing-14th-five-year-plan chongqing-15th-five-year-plan founding-plan guideline-2020 one-center-four-belts realignment-2025 three-steps 33511 33618 low-altitude-plan nev-plan software-plan campaign-2023 opportunity-list-2024 work-report-2023 chuanyu-ftz-plan rcep-plan trade-forms-plan cci chengdu-chongqing-circle encouraged-catalogue fdi-environment-2024 fdi-measures-2020 fdi-rewards foreign-investment-law foreign-rd-measures negative-list business-environment business-pilot delegated-powers fdi-contacts fie-complaints fie-setup one-stop-service bonded-rules cbec-import-rules ftz-rules rcep service-pilot reinvestment-credit western-catalogue western-tax-15 chain-chief power-price-reform ten-policies climate-finance industry-fund talent-policy visa-free-transit avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp baoshan-bridge cuntan-bridge guojiatuo-bridge lijia-bridge longxing-tunnel road-network wanxing-road metro metro-line-10 metro-line-9 power-supply expo-centre liangjiang direct-area liangjiang-district chongqing"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id text text_zh note note_zh span unit figures" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id text text_zh note note_zh span unit figures" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__enterprises)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --country --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "aerospace auto-supplier carmaker digital electronics equipment logistics other" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active agreed closed merged named outside planned postponed restructuring unconfirmed under-construction" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --country)
                    COMPREPLY=($(compgen -W "australia austria canada china denmark france germany italy japan singapore south-korea switzerland taiwan united-kingdom united-states" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__enterprises__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --country --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "aerospace auto-supplier carmaker digital electronics equipment logistics other" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active agreed closed merged named outside planned postponed restructuring unconfirmed under-construction" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --country)
                    COMPREPLY=($(compgen -W "australia austria canada china denmark france germany italy japan singapore south-korea switzerland taiwan united-kingdom united-states" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__enterprises__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__export)
            opts="-f -h --force --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id rows bytes" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id rows bytes" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__figures)
            opts="-f -h --metric --kind --year --from --to --status --scope --strength --latest --stale --chart --format --json --fields --sort --lang --color --width --no-pager --help automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone 12th-five-year-plan 13th-five-year-plan 14th-five-year-plan 15th-five-year-plan chongqing-14th-five-year-plan chongqing-15th-five-year-plan founding-plan guideline-2020 one-center-four-belts realignment-2025 three-steps 33511 33618 low-altitude-plan nev-plan software-plan campaign-2023 opportunity-list-2024 work-report-2023 chuanyu-ftz-plan rcep-plan trade-forms-plan cci chengdu-chongqing-circle encouraged-catalogue fdi-environment-2024 fdi-measures-2020 fdi-rewards foreign-investment-law foreign-rd-measures negative-list business-environment business-pilot delegated-powers fdi-contacts fie-complaints fie-setup one-stop-service bonded-rules cbec-import-rules ftz-rules rcep service-pilot reinvestment-credit western-catalogue western-tax-15 chain-chief power-price-reform ten-policies climate-finance industry-fund talent-policy visa-free-transit avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp baoshan-bridge cuntan-bridge guojiatuo-bridge lijia-bridge longxing-tunnel road-network wanxing-road metro metro-line-10 metro-line-9 power-supply expo-centre liangjiang direct-area liangjiang-district chongqing"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --metric)
                    COMPREPLY=($(compgen -W "distance status aim location territory operator role designation document-number layout management-model namesake rank administrative-units gdp gdp-growth gdp-growth-average gdp-per-capita share-of-chongqing share-of-chongqing-gdp share-of-chongqing-industrial-output share-of-chongqing-retail-sales share-of-chongqing-budget-revenue share-of-chongqing-tax-revenue share-of-chongqing-foreign-trade share-of-chongqing-foreign-capital share-of-chongqing-fortune-500 share-of-chongqing-land budget-revenue retail-sales retail-sales-growth population good-air-days industrial-output industrial-output-above-scale industrial-output-growth industrial-value-added industrial-value-added-growth industrial-profit output-value output-value-cumulative output-value-growth value-added industry-scale revenue financial-assets vehicle-production vehicle-production-growth vehicle-production-cumulative vehicle-sales units-made members focus-industries products share-of-industrial-output share-of-industrial-value-added units-made-cumulative member-count fixed-asset-investment fixed-asset-investment-cumulative fixed-asset-investment-growth infrastructure-investment infrastructure-investment-cumulative investment investment-cumulative contract-value contracted-projects projects-started financing fund-size registered-capital foreign-share price contract-value-usd investment-usd investment-cumulative-usd registered-capital-usd investment-eur foreign-trade foreign-trade-growth foreign-trade-growth-average exports imports ecommerce-items vehicle-exports foreign-trade-usd exports-usd imports-usd service-trade-usd foreign-capital-usd foreign-trade-cumulative-usd transit-time time-saved container-throughput container-throughput-growth cargo-throughput cargo-throughput-growth cargo-value vehicles-handled trains trains-cumulative containers containers-cumulative voyages voyages-cumulative logistics-cost-change transfer-cost passengers aircraft-movements flight-hours air-routes events-hosted coverage area floor-area length berths quay-length heavy-lift-capacity container-capacity cargo-capacity vehicle-handling-capacity passenger-capacity vehicle-capacity production-capacity battery-capacity monthly-capacity servers cranes facilities enterprises fortune-500 financial-institutions headquarters market-entities international-organizations research-institutions innovation-platforms employees tenants research-institutions-added tax-rate validity-years measures processing-days stay-limit valid-from valid-until incentives content contact rate amount-limit minutes amount-limit-usd founded approved issued opened construction-started completed signed settled mass-production milestone" -- "${cur}"))
                    return 0
                    ;;
                --kind)
                    COMPREPLY=($(compgen -W "area industry port park plan policy enterprise project" -- "${cur}"))
                    return 0
                    ;;
                --year)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --from)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --to)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "actual estimate designed target" -- "${cur}"))
                    return 0
                    ;;
                --scope)
                    COMPREPLY=($(compgen -W "whole-area whole-presumed unstated directly-administered district-2025 former-jiangbei former-yubei chongqing chengdu-chongqing sichuan-chongqing" -- "${cur}"))
                    return 0
                    ;;
                --strength)
                    COMPREPLY=($(compgen -W "primary secondary weak" -- "${cur}"))
                    return 0
                    ;;
                --stale)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id subject metric label label_zh value value_zh qualifier unit period as_of scope part status of source strength statement statement_zh note note_zh" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id subject metric label label_zh value value_zh qualifier unit period as_of scope part status of source strength statement statement_zh note note_zh" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__gaps)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id text text_zh topics topics_zh records" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id text text_zh topics topics_zh records" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__help)
            opts="-h --help formats environment exit-codes scopes overview industries ports parks plans policies enterprises projects areas show figures compare search sources metrics conflicts gaps check export schema completions man version help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__industries)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --pillar --emerging --service --scheme --tier --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "distinctive emerging leading other pillar rising service" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active developing historical merged named" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --scheme)
                    COMPREPLY=($(compgen -W "2014-emerging 2015-clusters 33511-2023 aerospace-1333-2024 chongqing-33618-2023 chongqing-ten-2016 chongqing-ten-2017 corridors-2026 seed-2017 two-pillars-2021" -- "${cur}"))
                    return 0
                    ;;
                --tier)
                    COMPREPLY=($(compgen -W "cluster corridor distinctive emerging focus grouping high-tech leading main-field pillar rising service trade-belt urban" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__industries__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --pillar --emerging --service --scheme --tier --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "distinctive emerging leading other pillar rising service" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active developing historical merged named" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --scheme)
                    COMPREPLY=($(compgen -W "2014-emerging 2015-clusters 33511-2023 aerospace-1333-2024 chongqing-33618-2023 chongqing-ten-2016 chongqing-ten-2017 corridors-2026 seed-2017 two-pillars-2021" -- "${cur}"))
                    return 0
                    ;;
                --tier)
                    COMPREPLY=($(compgen -W "cluster corridor distinctive emerging focus grouping high-tech leading main-field pillar rising service trade-belt urban" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__industries__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__man)
            opts="-h --help overview industries ports parks plans policies enterprises projects areas show figures compare search sources metrics conflicts gaps check export schema completions man version help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__metrics)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id label label_zh theme type unit repeats definition definition_zh kinds figures" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id label label_zh theme type unit repeats definition definition_zh kinds figures" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__overview)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id area governance contact scopes headlines data_version ages counts references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id area governance contact scopes headlines data_version ages counts references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__parks)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "airport-economy cbd cooperation exhibition free-trade-zone industrial-park innovation new-town" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active agreed developing merged planned under-construction" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__parks__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "airport-economy cbd cooperation exhibition free-trade-zone industrial-park innovation new-town" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active agreed developing merged planned under-construction" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__parks__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__plans)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --outcomes --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "annual-plan area-plan five-year-plan industry-plan regional-plan trade-plan" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "completed historical in-force" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__plans__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --outcomes --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "annual-plan area-plan five-year-plan industry-plan regional-plan trade-plan" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "completed historical in-force" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__plans__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help 12th-five-year-plan 13th-five-year-plan 14th-five-year-plan 15th-five-year-plan chongqing-14th-five-year-plan chongqing-15th-five-year-plan founding-plan guideline-2020 one-center-four-belts realignment-2025 three-steps 33511 33618 low-altitude-plan nev-plan software-plan campaign-2023 opportunity-list-2024 work-report-2023 chuanyu-ftz-plan rcep-plan trade-forms-plan cci chengdu-chongqing-circle"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__policies)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --in-force --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "business-environment finance foreign-investment industrial-policy opening-up talent-and-visa tax" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "expired in-force unchecked" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__policies__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --in-force --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "business-environment finance foreign-investment industrial-policy opening-up talent-and-visa tax" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "expired in-force unchecked" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__policies__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help encouraged-catalogue fdi-environment-2024 fdi-measures-2020 fdi-rewards foreign-investment-law foreign-rd-measures negative-list business-environment business-pilot delegated-powers fdi-contacts fie-complaints fie-setup one-stop-service bonded-rules cbec-import-rules ftz-rules rcep service-pilot reinvestment-credit western-catalogue western-tax-15 chain-chief power-price-reform ten-policies climate-finance industry-fund talent-policy visa-free-transit"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__ports)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "airport bonded-zone corridor logistics-hub rail-terminal river-port" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active merged outside redeveloped" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__ports__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "airport bonded-zone corridor logistics-hub rail-terminal river-port" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active merged outside redeveloped" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__ports__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__projects)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "bridge metro power road venue" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active planned under-construction" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__projects__subcmd__list)
            opts="-f -h --category --status --industry --port --park --enterprise --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --category)
                    COMPREPLY=($(compgen -W "bridge metro power road venue" -- "${cur}"))
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "active planned under-construction" -- "${cur}"))
                    return 0
                    ;;
                --industry)
                    COMPREPLY=($(compgen -W "automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars" -- "${cur}"))
                    return 0
                    ;;
                --port)
                    COMPREPLY=($(compgen -W "cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou" -- "${cur}"))
                    return 0
                    ;;
                --park)
                    COMPREPLY=($(compgen -W "auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone" -- "${cur}"))
                    return 0
                    ;;
                --enterprise)
                    COMPREPLY=($(compgen -W "avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__projects__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help baoshan-bridge cuntan-bridge guojiatuo-bridge lijia-bridge longxing-tunnel road-network wanxing-road metro metro-line-10 metro-line-9 power-supply expo-centre"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__schema)
            opts="-h --help overview industries ports parks plans policies enterprises projects areas show figures compare search sources metrics conflicts gaps check export schema completions man version help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__search)
            opts="-f -h --kind --limit --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --kind)
                    COMPREPLY=($(compgen -W "industry port park plan policy enterprise project area figure gap" -- "${cur}"))
                    return 0
                    ;;
                --limit)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "rank kind id name name_zh matched score figure gap" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "rank kind id name name_zh matched score figure gap" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help automobiles electronic-information high-end-equipment aerospace biomedicine cloud-computing energy-storage environmental-protection general-aviation iot life-and-health low-altitude robotics smart-equipment bonded-exhibition cross-border-ecommerce exhibitions finance headquarters logistics modern-services research service-trade software-outsourcing transit-trade nev software displays satellite-internet semiconductors ai new-materials airport-economy auto-parts digital-economy energy-equipment processing-trade rail-equipment smart-terminals ten-emerging three-pillars cuntan guoyuan port-of-chongqing jiangbei-airport tuanjiecun yuzui-station airport-hub dc-centre guoyuan-hub guoyuan-blc lianglu-cuntan lianglu-guoyuan land-sea-corridor shanghai-express yuxinou auto-city aviation-park dadi frontier-city gangcheng industrial-zone konggang north-new-zone caijia cuntan-new-city longxing shuitu yufu jiangbeizui cloud-park digital-economy-park digital-innovation-park innovation-zone lijia xiantao zhaomushan germany-park italy-park japan-park korea-park smart-logistics-park swiss-park ftz ftz-liangjiang yuelai airport-zone 12th-five-year-plan 13th-five-year-plan 14th-five-year-plan 15th-five-year-plan chongqing-14th-five-year-plan chongqing-15th-five-year-plan founding-plan guideline-2020 one-center-four-belts realignment-2025 three-steps 33511 33618 low-altitude-plan nev-plan software-plan campaign-2023 opportunity-list-2024 work-report-2023 chuanyu-ftz-plan rcep-plan trade-forms-plan cci chengdu-chongqing-circle encouraged-catalogue fdi-environment-2024 fdi-measures-2020 fdi-rewards foreign-investment-law foreign-rd-measures negative-list business-environment business-pilot delegated-powers fdi-contacts fie-complaints fie-setup one-stop-service bonded-rules cbec-import-rules ftz-rules rcep service-pilot reinvestment-credit western-catalogue western-tax-15 chain-chief power-price-reform ten-policies climate-finance industry-fund talent-policy visa-free-transit avatr changan changan-ford fiat-iveco geely hyundai li-auto saic-hongyan seres sgmw benteler gkn hankook iat magna xinzhi yanfeng acer aos asus ats boe corning dayou fujitsu sk-hynix wistron abb changke ge grundfos holroyd honeywell kawasaki otis sany aiig enstrom onespace pilatus satnet iflytek pacific-telecom qi-anxin tencent tenglong cainiao goodman mapletree port-group prologis vailog yuxinou-logistics air-liquide coca-cola evaheart ganfeng liangjiang-group sasseur sembcorp baoshan-bridge cuntan-bridge guojiatuo-bridge lijia-bridge longxing-tunnel road-network wanxing-road metro metro-line-10 metro-line-9 power-supply expo-centre liangjiang direct-area liangjiang-district chongqing"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "kind id name name_zh pinyin aliases category status status_as_of parent country groups summary summary_zh links sources figures disputes gaps references" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__sources)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help list show"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id title publisher url published accessed lang kind strength note note_zh figures records" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id title publisher url published accessed lang kind strength note note_zh figures records" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__sources__subcmd__list)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id title publisher url published accessed lang kind strength note note_zh figures records" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id title publisher url published accessed lang kind strength note note_zh figures records" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__sources__subcmd__show)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help ai-online-2012-10-multinational-firms-flock alchetron-undated-port-group alibaba-2009-04-24-aims-develop-financial appbook-qq-undated-liangjiang archive-shine-2021-10-21-set-get-impetus article-wn-undated-chinese-news-excerpt asiacity-undated-jiangbei-international-airport asianetnews-2023-06-yubei-district-committed ats-2016-04-21-officially-opens-plant atwonline-2017-08-29-airport-begins-third aviation-2021-05-31-commentary-comparing-western aviationweek-2025-09-airport-sets-sights baijiahao-baidu-2024-08-27-aerospace beijing-gov-2024-09-20-negative-list-foreign beijingtimes-2023-03-21-launches-digital-economy big5-cri-2019-03-14-land-sea-corridor big5-cri-2021-01-29-automobiles breakinglatest-2022-01-07-jiangbei-airport-cargo breakinglatest-2022-07-30-total-investment-76 breakinglatest-2023-06-06-33618-modern-manufactu breakinglatest-2024-builds-trillion-level business-sohu-2007-12-18-jiangbei-airport ccfta-2023-05-26-guoyuan-hub ccfta-2024-02-27-guoyuan-hub ccprjournal-2010-master-plan-approved channelnewsasia-2018-07-04-dpm-teo-chee chapmantaylor-undated-development-advancing-rapi china-2009-09-25-ford-building-plant china-2012-01-06-top-10-airports china-atec-2022-10-31-5-000-plus china-com-cn-2009-06-02-phase-one-lianglu china-daily-2013-04-16-looking-skies china-daily-2018-05-19-abb-sets-up china-daily-liangj-2015-03-05-interview-tang-zon china-daily-liangj-2022-07-05-sany-smart-manufac china-media-group-2023-09-01-yuzui-station china-national-rad-2019-09-16-guoyuan-port-appro china-news-service-2021-12-01-five-years-airport china-news-service-2024-01-27-33511 china-news-service-2024-09-26-low-altitude-plan china-news-service-2024-11-04-baoshan-bridge china-news-service-2026-01-25-nev china-org-cn-2024-07-05-scio-press-conference china-zjol-2011-12-14-xinhua-report-acceptance chinaautoreview-undated-chang-ford-opens chinadaily-2013-12-02-business-link-forged chinadaily-2013-12-02-business-link-forged-2 chinadaily-2014-07-18-harboring-global-ambitions chinadaily-2014-07-18-looking-sky-success chinadaily-2015-06-17-financial-centre-projects chinadaily-2015-07-29-total-industrial-output chinadaily-2016-05-23-aviators-home-aviation chinadaily-2016-11-30-authorities-issue-start chinadaily-2017-03-30-industrial-development-ser chinadaily-2017-04-12-industrial-development-jia chinadaily-2020-06-18-tenth-anniversary-feature chinadaily-2021-11-24-establishment-foreign-taiw chinadaily-2022-07-21-work-plan-issued chinadailyhk-2025-11-03-240-hour-visa chinagate-2013-12-19-top-10-most chinalawandpractice-2017-state-council-general chinalawandpractice-2020-02-06-measures-reportin chinanews-2026-01-01-jiangbei-airport chinasei-2025-11-07-liangjiang-district chinaservicesinfo-2020-03-09-comparative-advanta chinaservicesinfo-2024-09-30-thrives-vehicle-man chinatradenews-2011-06-28-international-expo-cen chinatravelnews-2016-01-18-airports-jockey-posit chinese-wikipedia-undated-guoyuan chinesetown-2012-02-22-report-building-guoyuan chinesetown-2013-01-17-liangjiang chinesetown-2013-05-24-report-cuntan-berths chinesetown-2014-04-28-liangjiang chongqing-business-2013-05-hankook-tire-builds chongqing-commissi-2023-11-23-33618 chongqing-cppcc-ne-2023-01-14-liangjiang chongqing-daily-2022-01-27-last-year-gdp chongqing-daily-2022-10-31-zhaomushan-phenomenon chongqing-daily-2024-02-05-automobiles chongqing-evening-2018-05-27-hundred-billion-fro chongqing-municipa-2021-01-05-guoyuan-hub chongqing-news-2025-06-24-gkn chongqinglifeguide-undated-implementation-plan-f chongqinglifeguide-undated-list-foreign-investme chongqinglifeguide-undated-released-measures-fur cigac-blogspot-2013-04-16-looking-skies commentary-publish-undated-liangjiang confirmado-2022-04-04-top-10-airports contractor-news-pa-undated-boe-b12-bulk cover-news-2020-08-10-longxing-development-zone cover-news-2021-01-30-liangjiang cover-news-2022-04-21-liangjiang cq-2023-10-10-land-sea-corridor cq-2026-01-25-europe-railway-express cq-china-2022-11-01-auto-brands-aim cq-china-2023-04-24-becoming-digital-industrial cq-china-2023-08-03-national-level-inland cq-china-2023-08-08-singapore-intensify-strategi cq-chinanews-2021-07-09-yufu-town-industry cq-chinanews-2026-01-30-proposal-airport-economi cq-commerce-2020-06-24-notice-municipal-people cq-congress-2023-03-08-enhancing-collaborative-i cq-cqnews-2021-10-25-14th-five-year-plan cq-gov-2021-03-01-chongqing-14th-five-year-plan cq-sasac-2009-06-03-lianglu-cuntan cq-sina-2020-01-16-news-service-report cqdsrb-undated-ring-zhaomushan-characteristic cqnews-2009-12-02-bonded-port cqnews-2013-11-04-foreign-trade-soars cqnews-2013-72-hour-visa cqnews-2024-08-16-guoyuan-port-shanghai cqnews-undated-innovation-zone cqrb-2023-03-19-guoyuan cqrb-2025-12-11-jiangbei-airport-annual cqtalent-2020-11-17-boe cre-2014-04-22-development-zone-breaks cri-2021-08-23-chang-energy-industrial cri-2022-04-15-sees-rising-length d-ev-2022-09-05-seres dandreapartners-undated-nuove-opportunita-per de-brnn-2022-04-29-international-land-sea de-brnn-2024-11-15-europe-express-reaches diacrongroup-undated-keep-expand-preferential digitalphablet-undated-reclaims-title-top district-ce-2015-02-09-liangjiang e-to-china-2009-12-29-first-inland-bonded ecns-2014-03-27-hyundai-motor-build ecns-2021-03-22-xinjiang-europe-line ecns-2026-01-25-administrative-district-inaugura econotimes-undated-beijing-hyundai-puts elmoudjahid-2018-08-changan-parc-industriel europe-chinadaily-2014-09-25-encourages-industry evertiq-2011-06-16-groundbreaking-ceremony evertiq-2019-07-12-expands-austria eworksglobal-2017-hyundai-opens-plant ey-2025-mainland-announces-tax factpedia-undated-founding-plan fordauthority-undated-changan-ford-automobile fox8live-2023-09-06-smart-digital-industry fulldes-2021-lijia-yuelai-smart futureairport-undated-jiangbei-international-air fx361-2018-01-26-build-platform-international global-chinadaily-2026-01-25-inaugurated-adminis globaltimes-2020-07-08-boe-completes-main globaltimes-2025-12-releases-catalog-encouraged gmauthority-2013-07-saic-gm-wuling gmauthority-2014-12-saic-gm-wuling govcn-2011-02-28-lianglu-cuntan-customs govcn-2017-03-31-pilot-free-trade govcn-2021-04-24-land-sea-freight govt-chinadaily-2018-12-12-pilot-free-trade greatwaylimited-undated-reduced-corporate-income greencarcongress-2012-11-saic-gm-wuling gscn-2020-09-03-guoyuan guancha-2026-01-25-liangjiang-district guandian-on-the-ci-2023-06-28-airport-economic-d guangzhou-daily-2011-06-20-changan-ford hellenicshippingnews-2021-07-23-europe-freight-t hellosep-2022-li-auto-buys hk01-2025-11-06-realignment-2025 house-qingdaonews-2014-06-10-founding-plan hqgcjxw-undated-high-end-equipment hualong-cqnews-net-2023-08-19-33511 hualong-net-2021-10-22-jiangbei-district-party hxlawyer-undated-perspectives-foreign-investment ichongqing-2018-12-05-jiangbei-international-air ichongqing-2018-12-15-congrats-sinoswiss-technop ichongqing-2019-01-09-opening-up-blueprint ichongqing-2019-04-10-cftz-showcases-two ichongqing-2019-08-08-aims-rank-top ichongqing-2019-10-24-foreigners-53-countries ichongqing-2020-04-16-chengdu-economic-circle ichongqing-2020-06-12-complaints-foreign-enterpr ichongqing-2020-06-18-guoyuan-port-multimodal ichongqing-2020-06-18-inland-gateway-opening ichongqing-2020-06-19-25-measures-promote ichongqing-2020-06-19-set-sail-again ichongqing-2020-10-15-collaboration-empowers-inn ichongqing-2020-11-16-cross-border-e ichongqing-2020-11-20-global-design-plan ichongqing-2021-08-04-launches-pilot-projects ichongqing-2021-08-31-smart-expo-sees ichongqing-2021-09-14-listed-among-six ichongqing-2021-optimize-business-environment ichongqing-2022-01-03-customs-district-issued ichongqing-2022-01-09-was-inaugurated-airport ichongqing-2022-04-16-guoyuan-port-dispatched ichongqing-2022-04-25-construct-cross-border ichongqing-2022-05-27-embraces-world-via ichongqing-2022-06-23-start-climate-investment ichongqing-2022-08-16-advocates-deeper-rcep ichongqing-2023-01-14-gdp-growth-more ichongqing-2023-07-20-plan-unveiled-further ichongqing-2023-11-29-canadian-peas-arrived ichongqing-2024-02-01-national-releases-opportun ichongqing-2024-02-22-enterprises-rev-up ichongqing-2024-03-20-introduces-measures-enhanc ichongqing-2024-08-03-further-optimizes-foreign ichongqing-2024-12-29-takeoff-soaring-low ichongqing-2025-01-21-automotive-industry-now ichongqing-2025-04-11-terminal-3b-jiangbei ichongqing-2025-11-25-sets-4-trillion ichongqing-2026-01-06-pudong-decoding-national ichongqing-2026-01-18-regains-auto-crown ichongqing-2026-02-27-plan-adds-consumption ichongqing-undated-overview-pilot-free ichongqing-undated-software-information-services imsilkroad-2017-12-28-guoyuan imsilkroad-2020-12-24-land-sea-freight investinchina-chinaservicesinfo-2020-07-24-huge investincq-2019-11-25-lianglu-cuntan-bonded investincq-2019-specification-registration-submi investincq-undated-direct-area investincq-undated-free-trade-pilot investincq-undated-inland-waterway-port italian-cri-2017-07-31-report-guoyuan-port j-people-2014-05-21-foreign-trade-report japanese-china-2007-09-25-cuntan-port-phase jdcq-2015-06-24-yufu-industrial-development jw-ijiwei-2023-08-24-reuters-beijing-hyundai kaizencpa-undated-issued-catalogue-encouraged kbc-2024-09-09-lift-foreign-investment lanzhou-morning-ne-2014-11-10-expo-centre laragione-2023-10-26-fourth-jiangbeizui-financia lcdcenter-undated-sk-hynix-chip lexiscn-2019-11-08-circular-ministry-commerce liangjiang-2014-01-07-jiangbeizui-financial-cent liangjiang-2014-01-07-pharmaceutical-medical-dev liangjiang-2014-01-07-ten-preferential-policies liangjiang-2014-02-22-13th-five-year-plan liangjiang-2014-05-12-enstrom-helicopter-assembl liangjiang-2014-06-24-pushes-general-aviation liangjiang-2014-07-23-import-export-trade liangjiang-2014-10-10-industry-january-august liangjiang-2015-01-16-logistics-industry-develop liangjiang-2015-03-03-sgmw-base-output liangjiang-2015-06-29-work-gets-going liangjiang-2015-09-06-yuelai-primary-school liangjiang-2015-09-07-ro-ro-operations liangjiang-2016-01-12-ten-emerging-industries liangjiang-2016-01-19-japanese-consul-general liangjiang-2016-11-25-ready-produce-auto liangjiang-2017-04-06-pilot-free-trade liangjiang-2017-08-07-sino-italy-industrial liangjiang-2018-01-11-lna-stresses-environmental liangjiang-2018-12-21-top-10-economic liangjiang-2018-12-local-news-list liangjiang-2020-04-01-lincoln-corsair-rolls liangjiang-2020-07-09-massive-high-tech liangjiang-2020-07-21-experiences-rapid-first liangjiang-2021-01-21-business-environment-indic liangjiang-2021-07-23-cbzs-key-platform liangjiang-2021-08-19-inks-25-investment liangjiang-2021-09-09-dry-port-be liangjiang-2021-10-28-industrial-output-first liangjiang-2021-11-26-rail-equipment-industry liangjiang-2022-01-26-shines-government-work liangjiang-2022-05-11-chengdu-economic-circle liangjiang-2022-05-25-industrial-chains-report liangjiang-2022-09-19-campaign-helps-technology liangjiang-2023-01-12-kicks-off-global liangjiang-2023-02-03-automakers-intelligent-swi liangjiang-2023-03-06-cuntan-international-city liangjiang-2023-03-30-liangjiang liangjiang-2023-06-28-yuelai-investment-promotio liangjiang-2023-10-12-market-entities liangjiang-2023-11-14-empowers-real-economy liangjiang-2024-03-25-brief-introduction liangjiang-2024-05-28-signs-contracts-worth liangjiang-2024-06-04-climate-financing-platform liangjiang-2024-06-20-customs-measures-ensure liangjiang-2024-06-21-boosts-construction-compre liangjiang-about-2017 liangjiang-aviatio-2018-04-22-mr-wu-cunrong liangjiang-new-are-2014-01-07-preferential-polic liangjiang-new-are-2020-direct-area liangjiang-new-are-2022-02-07-shuitu-town-toward liangjiang-new-are-2025-01-03-launches-32-major liangjiang-undated-13th-five-year-plan m-wikipedia-undated-jiangbei-international-airpo magazine-report-pu-2022-04-23-magazine-report-di mhfzw-2025-04-jiangbei-airport mic-iii-2010-12-03-acer-set-up mti-sg-2022-06-speech-minister-josephine nbc15-2022-05-23-shares-growth-dividends new-chongqing-chon-2024-02-nev new-newschinamag-2025-preferential-tax-credit newdaily-2010-11-23-hankook news-agency-report-undated-guoyuan news18a-2026-01-11-changan-breaks-ground newsijie-industry-2017-06-19-planning-airport-ec newsilkroaddiscovery-undated-europe-freight-trai newsilkroaddiscovery-undated-yuzui-railway-freig newspaper-report-p-2010-06-19-covers-1-200 newspaper-report-p-2011-03-29-changan-yuzui-auto newspaper-report-p-2011-03-yuzui-hundred-billion newspaper-report-p-undated-yubei-airport-metropo nrgic-2016-liangjiang oreanda-news-undated-delegates-283-city pandaily-2022-09-huawei-partner-seres paper-ce-2013-03-29-shuitu-high-tech paper-ce-2017-04-24-ten-emerging people-2011-12-16-builds-only-inland people-2020-11-18-sees-rising-land people-2021-09-27-lijia-jialing-river people-2021-11-12-freight-mail-throughput people-2022-01-11-airport-sees-record people-2022-01-17-europe-freight-trains people-2022-06-30-chengdu-record-20 people-2023-01-14-further-strengthen-int people-2023-01-19-guojiatuo-yangtze-river people-2023-07-25-production-lines-nev people-2024-01-25-chengdu-handle-over people-2024-11-14-chengdu-together-handle people-2024-11-26-says-corning-display people-2025-01-26-stories-high-quality people-2025-11-03-240-hour-visa people-2026-01-09-trade-corridor-sees people-s-daily-onl-2022-11-18-guoyuan people-s-daily-onl-2022-12-31-twenty-years-caiji peoplesdaily-pdnews-2019-07-27-expand-ic-substra pkulaw-2018-09-17-trial-measures-administration planning-2021-10-27-issues-outline-construction prnewswire-2012-07-30-witnesses-explosive-increa prnewswire-2013-03-05-economic-growth-leads prnewswire-2013-04-11-participate-international prnewswire-2013-04-17-opening-inland prnewswire-2013-05-03-hot-spot-top prnewswire-2013-08-21-witnesses-booming-foreign prnewswire-2013-10-21-reforms-administrative-app prnewswire-2013-12-17-guoyuan-port-begins prnewswire-2014-06-23-becomes-investment-hot prnewswire-2015-06-18-develops-emerging-industry prnewswire-2019-06-24-rises-inland-economic prnewswire-2020-11-19-west-seeks-global prnewswire-2021-01-17-embarks-journey-high prnewswire-2024-12-01-5th-jiangbeizui-financial publisher-unknown-2021-05-18-direct-area publisher-unknown-2022-09-29-seres publisher-unknown-undated-aos-12-inch publisher-unknown-undated-factory-hankook-tire publisher-unknown-undated-geely-building-lithium publisher-unknown-undated-kawasaki publisher-unknown-undated-municipal-industrial-p qstheory-2023-06-14-commits-sponge-city railwaygazette-2022-01-metro-passes-400 railwaygazette-2023-01-inaugurates-two-metro redplanx-undated-beijing-hyundai-sells redplanx-undated-beijing-hyundai-sells-2 redplanx-undated-plant-could-become redplanx-undated-xinzhi-plant-phase reportify-2025-08-01-yuxinou reportify-2026-01-31-liangjiang-district reportify-ai-2025-11-07-liangjiang-district reportify-ai-2025-11-11-liangjiang-district reportify-ai-2026-02-05-chongqing reportify-ai-undated-saic-hongyan-restructuring roboticulized-2021-08-25-smart-expo-opens scio-2021-11-22-pilot-reform-project scio-2024-06-06-daily-report-scio scmp-2011-room-expansion sec-2016-03-29-aos-announces-joint shareapp-cqliving-undated-shapingba-report-land shine-2021-05-25-invest-450-million simic-2013-12-16-guoyuan-terminal-biggest sina-2011-12-16-bonded-port-declared steelorbis-2021-12-21-chengdu-aim-foster straitstimes-2016-firms-benefit-singapore taibo-undated-satnet tdminews-undated-crane-drivers-keep technode-brief-2023-li-auto-postpones technology-blog-qu-2021-12-boe-6th-generation tellerreport-2020-04-28-three-departments-contin tellerreport-2021-04-20-state-council-reply tftnews-2022-02-dadi-international-life thechinatimes-2012-04-build-urban-expressway thechinatimes-2012-06-attracts-investment-over thechinatimes-2012-07-more-japanese-enterprises thechinatimes-2012-08-electronic-information-ind thechinatimes-2012-11-gdp-growth-leads thechinatimes-2013-08-build-more-bridges thecityweekly-2025-09-07-xinhua-silk-road thehansindia-2022-01-01-boe-6th-gen tirebird-2023-08-18-hankook-boosts-tbr tourchongqing-undated-guide-240-hour trade-council-prof-undated-pilot-free-trade trade-press-undated-saic-iveco-hongyan trade-site-citing-undated-fanuc-base-starts usa-chinadaily-2015-08-06-core-growth utlc-2023-10-13-press-conference-europe wcifit-2025-10-13-rail-sea-intermodal wikipedia-undated-jiangbei-international-airp-2 wikipedia-undated-jiangbei-international-airport wikipedia-undated-north-zone wikipedia-undated-saic-hongyan wiredre-2015-data-center-construction xblhxtd-undated-operating-results-western xinhua-2011-liangjiang xinhua-2018-01-04-throughput-guoyuan-port xinhua-2018-01-09-663-freight-train yicaiglobal-2022-02-22-beijing-hyundai-has yna-2023-08-23-hyundai-motor-begins yourmandarin-2011-07-27-fortune-500-enterprise yuzhong-2023-03-09-fdi-rewards zgghw-2012-06-14-three-steps zhongzhao-bidding-undated-gangcheng-industrial-p zqcn-undated-feature-guoyuan-port"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "id title publisher url published accessed lang kind strength note note_zh figures records" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "id title publisher url published accessed lang kind strength note note_zh figures records" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        liangjiang__subcmd__version)
            opts="-f -h --format --json --fields --sort --lang --color --width --no-pager --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --format)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table json jsonl csv tsv markdown ids bibtex csl-json gb7714" -- "${cur}"))
                    return 0
                    ;;
                --fields)
                    COMPREPLY=($(compgen -W "name version data_version counts" -- "${cur}"))
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "name version data_version counts" -- "${cur}"))
                    return 0
                    ;;
                --lang)
                    COMPREPLY=($(compgen -W "en zh" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --width)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
    esac
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _liangjiang -o nosort -o bashdefault -o default liangjiang
else
    complete -F _liangjiang -o bashdefault -o default liangjiang
fi
