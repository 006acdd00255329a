title: Le vieux quai déménage
authors: Ada Pier

Le conseil du port a voté mardi soir le déplacement du vieux quai de deux cents mètres vers l'est, après onze ans de débats.

« Soutenez-nous », criaient les pêcheurs devant la salle, où personne n'a applaudi.

Les pieux de 1803 n'auraient pas survécu à une autre tempête d'hiver, selon les ingénieurs.
