title: Die Fähren werden langsamer
authors: Ada Pier
days: 2026-03-26

Vom ersten April an fährt jede Fähre zwischen der Mole und dem alten Zollpier höchstens sechs Knoten, beschloss der Hafenrat.

Die Überfahrt dauert dann vier Minuten länger, und die Reedereien müssen bis zum Monatsende neue Fahrpläne drucken.

Die Anwohner am Ostkai hatten sich seit Jahren über den Wellenschlag beklagt, der die kleinen Boote an die Mauer wirft.
