/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-bar.h"
#include "report/tori-cell.h"
#include "report/tori-grid.h"
#include "report/tori-strip.h"

G_BEGIN_DECLS

/* What stands in a row. It is written down first, in the thread that may read the plan, and set in type
 * later, in any thread; then it is strips. */

typedef enum
{
  TORI_NOTE_CELL,
  TORI_NOTE_GRID, /* a cell that holds a schedule */
  TORI_NOTE_PARAGRAPH,
  TORI_NOTE_RULE,
  TORI_NOTE_SPACE,
  TORI_NOTE_REPEAT,
  TORI_NOTE_ITEM, /* of a schedule; its spans follow */
  TORI_NOTE_SPAN,
  TORI_NOTE_BAR,    /* its parts follow */
  TORI_NOTE_LEGEND, /* the same */
  TORI_NOTE_PART,
} ToriNoteKind;

/* One thing that was written down. Texts live in the arena of the content. */
typedef struct
{
  ToriNoteKind kind;
  ToriSourceIndex source;
  union
  {
    struct
    {
      guint column, n_columns;
      ToriCellFlags flags;
      int current; /* of a schedule */
    } cell;
    ToriParagraph paragraph;
    struct
    {
      ToriStyle style;
      ToriAlign align;
      double hang; /* in ems */
      const char *text;
      const char *mark;
    } repeat;
    struct
    {
      const char *text;
      ToriSourceIndex arrow_source;
    } item;
    ToriGridSpan span;
    struct
    {
      double whole;
      const char *end;
      const char *text;
    } bar;
    ToriBarPart part;
  };
} ToriNote;

typedef enum
{
  TORI_CONTENT_EMPTY,
  TORI_CONTENT_WRITTEN,
  TORI_CONTENT_TAKEN, /* by a thread that sets it */
  TORI_CONTENT_SET,
} ToriContentState;

typedef struct
{
  ToriContentState state;
  ToriArena *arena; /* all that follows but the notes */
  ToriSource *sources;
  guint n_sources;
  const char *outline; /* its name in the outline; NULL: the one that the row was added with */
  ToriNote *notes;     /* while it is written */
  guint n_notes;
  ToriCell *cells; /* when it is set */
  guint n_cells;
} ToriContent;

void tori_content_write (ToriContent *self, ToriRowFunc func, gpointer data);
void tori_content_clear (ToriContent *self);

G_END_DECLS
