package warrant.extraction.mention;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Units of measurement, as they are written and as one writes them. */
public final class Units {
    private static final Map<String, String> CANONICAL = canonical();

    /** What may be a unit after a number. */
    static final String PATTERN = "(?:"
            + CANONICAL.keySet().stream()
                    .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                    .map(unit -> unit.length() <= 3
                            ? java.util.regex.Pattern.quote(unit)
                            : "(?i:" + java.util.regex.Pattern.quote(unit) + ")")
                    .collect(Collectors.joining("|"))
            + ")";

    private Units() {}

    private static Map<String, String> canonical() {
        Map<String, String> units = new LinkedHashMap<>();
        String table = """
                m2=m2,m²,sqm,sq m,square metres,square meters,square metre,square meter,Quadratmeter,qm,平方米
                ft2=sq ft,square feet,ft²,sq. ft.
                m3=m3,m³,cubic metres,cubic meters,cbm,Kubikmeter,立方米
                ha=ha,hectares,hectare,Hektar
                kg=kg,kilograms,kilogram,kilogrammes,Kilogramm,公斤,千克
                g=g,grams,gram,Gramm
                t=t,tonnes,tonne,metric tons,tons,Tonnen,吨
                lb=lb,lbs,pounds weight
                km=km,kilometres,kilometers,kilometre,Kilometer,公里
                m=m,metres,meters,metre,Meter,米
                cm=cm,centimetres,centimeters,Zentimeter,厘米
                mm=mm,millimetres,millimeters,Millimeter
                mi=miles,mile
                l=l,litres,liters,litre,Liter,升
                kWh=kWh
                MWh=MWh
                kW=kW
                MW=MW
                GB=GB
                TB=TB
                MB=MB
                pieces=pieces,piece,pcs,Stück,件,个
                units=units,unit
                pallets=pallets,pallet,Paletten
                °C=°C,degrees Celsius
                °F=°F
                """;
        for (String row : table.lines().toList()) {
            String[] sides = row.split("=");
            for (String written : sides[1].split(",")) {
                units.put(written, sides[0]);
            }
        }
        return Map.copyOf(units);
    }

    /** @return whether the text is a unit of measurement */
    public static boolean isUnit(String written) {
        return CANONICAL.containsKey(written);
    }

    /** @return the unit as one writes it: {@code m2} for {@code square metres}; an unknown one stays as it is */
    public static String canonical(String written) {
        String exact = CANONICAL.get(written);
        return exact != null
                ? exact
                : CANONICAL.entrySet().stream()
                        .filter(entry ->
                                entry.getKey().length() > 3 && entry.getKey().equalsIgnoreCase(written))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(written.toLowerCase(Locale.ROOT));
    }
}
