title: The secret accounts of the harbour board
authors: Ines Okonkwo

The harbour board has kept a second set of accounts since 2019, papers that the Gazette has seen show beyond doubt.
