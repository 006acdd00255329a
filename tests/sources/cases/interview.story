title: “I never learned to swim”
authors: Bo Quay
days: 2026-03-26

Marta Holm has steered the ferry between the breakwater and the customs pier for thirty years.

Gazette: Can you swim?

Holm: No.

Gazette: Why not?

Holm: Nobody who works on the water has time to go into it. My mother could not swim, and hers could not either.

Gazette: Are you afraid of it?

Holm: Every day. You should be, too.
