title: Dredgers at work in the inner harbour
authors: Ada Pier; Bo Quay
days: 2024-05-06 2024-06-05

Three dredgers have begun to clear the inner harbour of the mud that the winter storms have left in it.

The work will take six weeks, and the ferries will keep to the eastern side of the fairway while it goes on.
