title: El viejo muelle se muda
authors: Ada Muelle

El consejo del puerto votó el martes por la noche trasladar el viejo muelle doscientos metros al este, tras once años de debate.

¿Quién pagará el traslado? Nadie lo sabe todavía, dijo la alcaldesa.

Los pescadores temen que el nuevo lugar se llene de arena en diez años.
