/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-bar.h"

/* Stacked bars that read in black and white. Each part has a pattern and its number: inside it where there is
 * room, and above it where there is none. */

#define WORD_PAD 1.5
#define BOX_PITCH 1.5 /* height of a bar, in lines of its words */
#define GAP 3.0       /* between a box and a word beside it */
#define BELOW 1.0

/* Of a legend, in ems of its words. */
#define KEY_WIDTH 2.2
#define KEY_HEIGHT 0.9
#define KEY_GAP 1.6 /* between two entries */

#define STYLE TORI_STYLE_PHASE

/* Sets @text into lines, of which there is one where @width allows; adds them to @lines. */
static guint
set_words (ToriTypesetter *typesetter, ToriArena *arena, double width, const char *text, GPtrArray *lines)
{
  ToriMeasure measure = { width, 0, TORI_ALIGN_START };

  g_ptr_array_set_size (lines, 0);
  if (*text != '\0')
    tori_typesetter_set (typesetter, arena, STYLE, &measure, text, -1, lines);
  return lines->len;
}

static void
add_word (GArray *words, ToriSetLine *line, double x, double y, const cairo_rectangle_t *room, gboolean plate)
{
  ToriBarWord word = { line, x - tori_set_line_get_x (line), y, *room, plate };

  g_array_append_val (words, word);
}

static ToriBar *
take (ToriArena *arena, double height, GArray *boxes, GArray *words)
{
  ToriBar *self = tori_arena_new_array (arena, ToriBar, 1);

  self->height = height;
  self->n_boxes = boxes->len;
  self->boxes = tori_arena_dup (arena, boxes->data, boxes->len * sizeof (ToriBarBox));
  self->n_words = words->len;
  self->words = tori_arena_dup (arena, words->data, words->len * sizeof (ToriBarWord));
  g_array_unref (boxes);
  g_array_unref (words);
  return self;
}

/* Numbers above parts that are too narrow for them: each over the middle of its part, in the lowest line in
 * which no other stands in its way. @ends holds where the lines end so far. Returns the line, from 0. */
static guint
find_line_above (GArray *ends, double x, double width)
{
  double end = x + width + GAP;

  for (guint i = 0; i < ends->len; i++)
    {
      if (g_array_index (ends, double, i) > x)
        continue;
      g_array_index (ends, double, i) = end;
      return i;
    }
  g_array_append_val (ends, end);
  return ends->len - 1;
}

typedef struct
{
  GArray *boxes; /* ToriBarBox */
  GArray *words; /* ToriBarWord */
  GArray *ends;  /* double, of the lines above */
  double width;
  double pitch;
} Bar;

/* Words above stand at the number of their line below 0, until the height of all these lines is known. */
static void
add_part (Bar *self, const ToriBarPart *part, ToriSetLine *line, double x, double width)
{
  double height = BOX_PITCH * self->pitch;
  double word_width = tori_set_line_get_width (line);
  ToriBarBox box = { x, 0, width, height, part->pattern };
  cairo_rectangle_t room = { x, 0, width, height };

  g_array_append_val (self->boxes, box);
  if (word_width + 2 * WORD_PAD <= width)
    add_word (self->words, line, x + (width - word_width) / 2, (height - tori_set_line_get_height (line)) / 2,
              &room, TRUE);
  else
    {
      double word_x = CLAMP (x + (width - word_width) / 2, 0, MAX (0, self->width - word_width));
      double y = -self->pitch * (find_line_above (self->ends, word_x, word_width) + 1);

      room = (cairo_rectangle_t){ word_x, y, word_width, self->pitch };
      add_word (self->words, line, word_x, y, &room, FALSE);
    }
}

/**
 * tori_bar_new:
 * @typesetter: sets the words
 * @arena: where the bar lives
 * @width: the room that it has
 * @whole: the value of a bar that fills the room
 * @parts: (array length=n_parts): its parts from left to right; those of nothing are left out
 * @n_parts: how many
 * @end: what stands behind it
 *
 * Returns: (transfer none): a bar in @arena
 */
ToriBar *
tori_bar_new (ToriTypesetter *typesetter,
              ToriArena *arena,
              double width,
              double whole,
              const ToriBarPart *parts,
              guint n_parts,
              const char *end)
{
  Bar bar = { g_array_new (FALSE, FALSE, sizeof (ToriBarBox)),
              g_array_new (FALSE, FALSE, sizeof (ToriBarWord)), g_array_new (FALSE, FALSE, sizeof (double)),
              width, tori_typesetter_get_pitch (typesetter, STYLE) };
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  ToriSetLine *last =
      set_words (typesetter, arena, width, end, lines) > 0 ? g_ptr_array_index (lines, 0) : NULL;
  double last_width = last != NULL ? tori_set_line_get_width (last) : 0;
  double room = MAX (0, width - last_width - GAP), x = 0, above;

  for (guint i = 0; i < n_parts; i++)
    {
      double part_width = whole > 0 ? parts[i].value / whole * room : 0;

      if (part_width <= 0 || set_words (typesetter, arena, width, parts[i].label, lines) == 0)
        continue;
      add_part (&bar, &parts[i], g_ptr_array_index (lines, 0), x, part_width);
      x += part_width;
    }
  if (last != NULL)
    {
      cairo_rectangle_t place = { x + (x > 0 ? GAP : 0), 0, last_width, BOX_PITCH * bar.pitch };

      add_word (bar.words, last, place.x, (place.height - tori_set_line_get_height (last)) / 2, &place,
                FALSE);
    }
  above = bar.pitch * bar.ends->len;
  for (guint i = 0; i < bar.boxes->len; i++)
    g_array_index (bar.boxes, ToriBarBox, i).y += above;
  for (guint i = 0; i < bar.words->len; i++)
    {
      g_array_index (bar.words, ToriBarWord, i).y += above;
      g_array_index (bar.words, ToriBarWord, i).room.y += above;
    }
  g_array_unref (bar.ends);
  return take (arena, above + BOX_PITCH * bar.pitch + BELOW, bar.boxes, bar.words);
}

/**
 * tori_bar_new_legend:
 * @typesetter: sets the words
 * @arena: where it lives
 * @width: the room that it has
 * @parts: (array length=n_parts): the patterns and what they mean
 * @n_parts: how many
 *
 * Returns: (transfer none): a legend in @arena, in as many lines as it takes
 */
ToriBar *
tori_bar_new_legend (
    ToriTypesetter *typesetter, ToriArena *arena, double width, const ToriBarPart *parts, guint n_parts)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (ToriBarBox));
  GArray *words = g_array_new (FALSE, FALSE, sizeof (ToriBarWord));
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  double em = tori_typesetter_get_size (typesetter, STYLE);
  double pitch = tori_typesetter_get_pitch (typesetter, STYLE);
  double indent = KEY_WIDTH * em + GAP;
  double x = 0, y = 0, below = 0; /* of the entry, and of what follows its line */

  for (guint i = 0; i < n_parts; i++)
    {
      ToriBarBox box = { 0, 0, KEY_WIDTH * em, KEY_HEIGHT * em, parts[i].pattern };
      guint n = set_words (typesetter, arena, width - indent, parts[i].label, lines);
      double entry = 0;

      for (guint k = 0; k < n; k++)
        entry = MAX (entry, indent + tori_set_line_get_width (g_ptr_array_index (lines, k)));
      if (x > 0 && x + entry > width)
        {
          x = 0;
          y = below;
        }
      box.x = x;
      box.y = y + (pitch - box.height) / 2;
      g_array_append_val (boxes, box);
      for (guint k = 0; k < n; k++)
        {
          cairo_rectangle_t room = { x + indent, y + k * pitch, entry - indent, pitch };

          add_word (words, g_ptr_array_index (lines, k), room.x, room.y, &room, FALSE);
        }
      below = MAX (below, y + MAX (1, n) * pitch);
      x += entry + KEY_GAP * em;
    }
  return take (arena, below, boxes, words);
}

/**
 * tori_bar_add_shapes:
 * @self: a bar
 * @shapes: shapes of the page
 * @x: its left edge
 * @y: its top
 */
void
tori_bar_add_shapes (const ToriBar *self, ToriShapes *shapes, double x, double y)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      const ToriBarBox *box = &self->boxes[i];

      tori_shapes_add (shapes, TORI_SHAPE_PATTERN + MIN (box->pattern, TORI_N_PATTERNS - 1), x + box->x,
                       y + box->y, box->width, box->height);
    }
  for (guint i = 0; i < self->n_words; i++)
    {
      const ToriBarWord *word = &self->words[i];

      if (word->plate)
        tori_shapes_add (shapes, TORI_SHAPE_PLATE, x + word->x + tori_set_line_get_x (word->line) - WORD_PAD,
                         y + word->y, tori_set_line_get_width (word->line) + 2 * WORD_PAD,
                         tori_set_line_get_height (word->line));
    }
}

/**
 * tori_bar_foreach_line:
 * @self: a bar
 * @x: its left edge
 * @y: its top
 * @func: called for each word
 * @data: for @func
 */
void
tori_bar_foreach_line (const ToriBar *self, double x, double y, ToriBarLineFunc func, gpointer data)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      const ToriBarWord *word = &self->words[i];
      cairo_rectangle_t room = { x + word->room.x, y + word->room.y, word->room.width, word->room.height };

      func (word->line, x + word->x, y + word->y, &room, data);
    }
}
