"""What several rule kinds look at: the layout of a draft, targets of links, amounts, wordings, permissions."""
