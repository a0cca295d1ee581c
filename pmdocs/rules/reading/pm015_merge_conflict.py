"""A file holds the marks that git leaves where two branches changed the same lines.

Between `<<<<<<<` and `=======` stands what one branch wrote, from there to
`>>>>>>>` what the other one wrote. Somebody has to decide; until then nothing
else is said about the file, and nothing in it counts.

Keep what both sides wrote, or the better of the two, and remove the lines of
the marks. Git leaves lines that are the same on both sides outside of the
marks: where both branches added an item to a list, write an `- id:` line of its
own for the second item, and what else it lacks at its end.

## Bad
    ```yaml
    - id: IDEA-1
    <<<<<<< HEAD
      title: A dark theme
    =======
      title: A theme for the night
    >>>>>>> night
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: A dark theme for the night
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM015", "merge-conflict")
