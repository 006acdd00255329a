"""The rule kinds, one module each: its options, the check that decides it, and its manual page in the docstring.

A module here is a rule kind if it defines ``NAME``. It has

* ``NAME``, the kind's key in a policy (the file is called so, with underscores for spaces);
* ``Options``, a record (`compliance.records`) with what a policy may say;
* ``SHORT``, the option that a value in place of the options sets, or None;
* ``check(options, case)``, which yields what the rule says of one reuse.

Nothing is registered anywhere: to add a rule kind, add its file.
"""
