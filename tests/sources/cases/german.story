title: Der alte Pier zieht um
authors: Ines Okonkwo
days: 2026-03-04

Der Hafenrat hat am Dienstagabend beschlossen, den alten Pier zweihundert Meter nach Osten zu versetzen.

Die Pfähle aus dem Jahr 1803 hätten einen weiteren Wintersturm nicht überstanden, warnten die Ingenieure.

„Unterstützen Sie uns“, rief eine Fischerin, „statt uns zu vertreiben.“

Im Saal klatschte niemand.
