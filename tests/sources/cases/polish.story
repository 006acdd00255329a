title: Stare molo zostanie przeniesione
authors: Ada Pier

Rada portu zdecydowała we wtorek wieczorem, że stare molo zostanie przeniesione o dwieście metrów na wschód.

Pale z 1803 roku nie przetrwałyby kolejnej zimowej burzy, ostrzegali inżynierowie.

Rybacy boją się piasku.
