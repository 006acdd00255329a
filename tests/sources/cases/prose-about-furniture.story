title: Newsrooms ask for money in new ways
authors: Ada Pier
days: 2026-03-26

The city has forty reporters left, and most of them now write begging letters as well as news.

He offered her a cup of coffee and said that readers had stopped paying. “We support our team however we can,” he said.

The company changed its privacy policy on Monday, and a day later the regulator found an error in the accounts it had filed.

The use of drones over the harbour has grown, the police said, and links to the smuggling trade are now being looked into with permission of the court.

“Become a member? I would rather become a sailor,” one subscriber wrote, and asked the editor to report an error in her bill.
