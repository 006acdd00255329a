title: Nets on the quay
authors: Ines Okonkwo

The nets have come back to the eastern quay, after ten years in which the board had forbidden them for the sake of order.

Order, it turned out, brought no visitors, and the smell of tar did.

The board now pays two fishermen to sit there in summer.
