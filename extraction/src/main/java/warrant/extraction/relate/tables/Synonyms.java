package warrant.extraction.relate.tables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words that offices write over columns in one another's place; from general use, not from any ontology. */
final class Synonyms {
    /** A group a line; of each group the first word stands for all. */
    private static final String GROUPS = """
            type kind sort category classification typ art kategorie 类型 种类
            employee staff worker personnel colleague operative mitarbeiter beschäftigter arbeitnehmer personal 员工
            ship vessel boat schiff 船
            customer client buyer purchaser kunde käufer auftraggeber 客户 买方
            supplier vendor seller lieferant verkäufer 供应商 卖方
            tenant lessee renter mieter 承租人
            landlord lessor vermieter 出租人
            company firm organisation organization business undertaking unternehmen firma gesellschaft 公司
            person individual people human mensch 人
            invoice bill rechnung faktura 发票
            contract agreement vertrag vereinbarung 合同 协议
            advance beforehand prior vorab vorher
            begin start commence beginn anfang 开始
            end finish ende schluss 结束
            remark comment note annotation bemerkung anmerkung notiz hinweis 备注
            reason cause grund ursache 原因
            description particulars text beschreibung bezeichnung 描述
            address anschrift adresse 地址
            location place site ort standort stelle 地点
            department division abteilung 部门
            car vehicle fahrzeug wagen 车辆
            building premises gebäude bauwerk
            salary wage pay gehalt lohn 工资
            cost expense kosten aufwand
            amount sum total betrag summe 金额
            price preis 价格
            duration length term period dauer laufzeit 期限
            hour hr std stunde 小时
            weight gewicht mass 重量
            area surface fläche 面积
            power leistung output 功率
            birth born geburt dob
            telephone phone tel telefon 电话
            receive arrive eingang empfang
            repair fix mend remedy reparatur behebung
            defect fault flaw mangel fehler
            inspector examiner surveyor prüfer gutachter
            approve authorise authorize clear genehmigung freigabe
            sign signature unterschrift
            due fällig 到期
            quantity number count menge anzahl 数量
            share proportion percentage anteil 比例
            currency währung 货币
            status zustand 状态
            owner proprietor eigentümer inhaber 所有人
            insurer underwriter versicherer
            premium prämie beitrag
            product article item artikel produkt 产品
            valuation appraisal assessment bewertung
            mature expire ablauf fälligkeit
            """;

    private static final Map<String, String> FIRST = first();

    private Synonyms() {}

    private static Map<String, String> first() {
        Map<String, String> first = new HashMap<>();
        for (String group : GROUPS.lines().toList()) {
            String[] words = group.split(" ");
            String head = stem(words[0]);
            for (String word : words) {
                first.putIfAbsent(stem(word), head);
            }
        }
        return Map.copyOf(first);
    }

    private static String stem(String word) {
        return Stems.stems(word).iterator().next();
    }

    /** @return the stems, each as the first of its group */
    static Set<String> folded(Set<String> stems) {
        Set<String> folded = new HashSet<>();
        stems.forEach(stem -> folded.add(FIRST.getOrDefault(stem, stem)));
        return folded;
    }
}
