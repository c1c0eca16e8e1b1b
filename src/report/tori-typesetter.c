/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-typesetter.h"

#include <string.h>

#include "report/tori-kinsoku.h"
#include "report/tori-report.h"

/* Sets paragraphs with Pango. One context, one layout and one map of fonts serve a whole report. */

/* In ems; narrower lines are not indented. */
#define MIN_MEASURE 4.0

/* Of a line's width: wider pieces are not kept whole. */
#define MAX_WHOLE 0.75

/* Likewise for what the rules about the ends of lines hold together, and for how little of it is still tried.
 */
#define MAX_BOUND 0.9
#define MIN_BOUND 0.2

/* In points. */
#define EPSILON 0.05

/* Printers fill the place of a character that their case does not hold with this mark, 〓; so do we, and the
 * character itself stays in the text. */
#define GETA 0x3013

typedef struct
{
  gboolean gothic;
  PangoWeight weight;
  double scale; /* of the report's font size */
  double pitch; /* of the style's own size */
  double grey;
  gboolean justify;
} StyleSpec;

static const StyleSpec style_specs[TORI_N_STYLES] = {
  [TORI_STYLE_BODY] = { FALSE, PANGO_WEIGHT_NORMAL, 1, 1.4, 0, TRUE },
  [TORI_STYLE_STRONG] = { TRUE, PANGO_WEIGHT_MEDIUM, 0.95, 1.45, 0, FALSE },
  [TORI_STYLE_NAME] = { TRUE, PANGO_WEIGHT_NORMAL, 1, 1.4, 0, FALSE },
  [TORI_STYLE_LABEL] = { TRUE, PANGO_WEIGHT_NORMAL, 0.95, 1.35, 0, FALSE },
  [TORI_STYLE_BAND] = { TRUE, PANGO_WEIGHT_BOLD, 1.1, 1.4, 0, FALSE },
  [TORI_STYLE_PHASE] = { TRUE, PANGO_WEIGHT_NORMAL, 0.9, 1.25, 0, FALSE },
  [TORI_STYLE_PHASE_SMALL] = { TRUE, PANGO_WEIGHT_NORMAL, 0.75, 1.25, 0, FALSE },
  [TORI_STYLE_ASIDE] = { FALSE, PANGO_WEIGHT_NORMAL, 0.95, 1.4, 0.35, FALSE },
  [TORI_STYLE_HEADING] = { TRUE, PANGO_WEIGHT_BOLD, 1.65, 1.4, 0, FALSE },
  [TORI_STYLE_LEAD] = { FALSE, PANGO_WEIGHT_NORMAL, 1.1, 1.5, 0, FALSE },
  [TORI_STYLE_FOOT] = { FALSE, PANGO_WEIGHT_NORMAL, 0.9, 1.4, 0, FALSE },
};

struct _ToriTypesetter
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  double font_size;
  PangoFontDescription *descriptions[TORI_N_STYLES];
  ToriStyle style; /* what the layout has now, or -1 */
  ToriFontCache *fonts;
  PangoAttrList *attributes; /* of nearly all paragraphs */
  gboolean is_bound;         /* the layout has others */
};

/* A word broken because it is wider than its room gets no hyphen: no character is added to the user's. */
static PangoAttrList *
create_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  return attributes;
}

static PangoLayout *
create_layout (PangoContext *context, PangoAttrList *attributes)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  return layout;
}

/**
 * tori_typesetter_new:
 * @font_size: size of running text in points
 * @error: return location for an error
 *
 * Finds the fonts. A system without Japanese letters gives %TORI_REPORT_ERROR_NO_FONT: boxes in place of
 * words are never printed.
 *
 * Returns: (transfer full) (nullable): a typesetter
 */
ToriTypesetter *
tori_typesetter_new (double font_size, GError **error)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context;
  g_autofree char *mincho = NULL;
  g_autofree char *gothic = NULL;
  ToriTypesetter *self;

  context = tori_fonts_create_context (map);
  if (!tori_fonts_find (context, &mincho, &gothic))
    {
      g_object_unref (context);
      g_object_unref (map);
      g_set_error_literal (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_FONT,
                           "no font has Japanese letters");
      return NULL;
    }
  self = g_new0 (ToriTypesetter, 1);
  self->map = map;
  self->context = context;
  self->attributes = create_attributes ();
  self->layout = create_layout (context, self->attributes);
  self->font_size = font_size;
  self->style = (ToriStyle) -1;
  for (guint i = 0; i < TORI_N_STYLES; i++)
    {
      PangoFontDescription *description = pango_font_description_new ();

      pango_font_description_set_family (description, style_specs[i].gothic ? gothic : mincho);
      pango_font_description_set_weight (description, style_specs[i].weight);
      pango_font_description_set_absolute_size (description,
                                                tori_typesetter_get_size (self, i) * PANGO_SCALE);
      self->descriptions[i] = description;
    }
  self->fonts = tori_font_cache_new ();
  return self;
}

/**
 * tori_typesetter_free:
 * @self: (transfer full): a typesetter
 *
 * The lines that it set must not be painted any more.
 */
void
tori_typesetter_free (ToriTypesetter *self)
{
  for (guint i = 0; i < TORI_N_STYLES; i++)
    pango_font_description_free (self->descriptions[i]);
  tori_font_cache_free (self->fonts);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

/**
 * tori_typesetter_get_size:
 * @self: a typesetter
 * @style: a style
 *
 * Returns: the height of its letters, in points
 */
double
tori_typesetter_get_size (ToriTypesetter *self, ToriStyle style)
{
  return self->font_size * style_specs[style].scale;
}

/**
 * tori_typesetter_get_pitch:
 * @self: a typesetter
 * @style: a style
 *
 * Returns: the height of a line with what is between lines, in points
 */
double
tori_typesetter_get_pitch (ToriTypesetter *self, ToriStyle style)
{
  return tori_typesetter_get_size (self, style) * style_specs[style].pitch;
}

/* Setting */

/* @text with 〓 for each character that no font has. */
static char *
replace_unknown (PangoLayout *layout, const char *text, gsize length)
{
  g_autoptr (GHashTable) unknown = g_hash_table_new (NULL, NULL);
  GString *result = g_string_new (NULL);

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      for (GSList *l = ((PangoLayoutLine *) line->data)->runs; l != NULL; l = l->next)
        {
          const PangoGlyphString *string = ((PangoLayoutRun *) l->data)->glyphs;

          for (int i = 0; i < string->num_glyphs; i++)
            {
              PangoGlyph glyph = string->glyphs[i].glyph;

              if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
                g_hash_table_add (unknown, GUINT_TO_POINTER (glyph & ~PANGO_GLYPH_UNKNOWN_FLAG));
            }
        }
    }
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (result, g_hash_table_contains (unknown, GUINT_TO_POINTER (c)) ? GETA : c);
    }
  return g_string_free (result, FALSE);
}

static void
set_layout (ToriTypesetter *self, ToriStyle style, const ToriMeasure *measure)
{
  if (self->style != style)
    pango_layout_set_font_description (self->layout, self->descriptions[style]);
  self->style = style;
  pango_layout_set_width (self->layout, MAX (1, pango_units_from_double (measure->width)));
  pango_layout_set_indent (self->layout, -pango_units_from_double (measure->hang));
}

/* The place in the text that Pango was given. */
static guint
map_offset (const ToriLineSetting *setting, gsize offset)
{
  const char *set_text = setting->set_text;

  if (set_text != setting->text)
    offset = (gsize) (g_utf8_offset_to_pointer (
                          set_text, g_utf8_pointer_to_offset (setting->text, setting->text + offset))
                      - set_text);
  return (guint) offset;
}

static void
bind (PangoAttrList *attributes, gsize from, gsize to)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (attributes, attribute);
}

/* Whether a piece of the text is to be kept in one line: not if it would be wide in its room. */
static gboolean
has_whole (const ToriLineSetting *setting)
{
  const ToriMeasure *measure = &setting->measure;
  const char *from = setting->text + measure->whole_from;

  return measure->whole_to > measure->whole_from
         && (double) g_utf8_strlen (from, (gssize) (measure->whole_to - measure->whole_from)) * setting->size
                < MAX_WHOLE * (measure->width - measure->hang);
}

/* @share: of a line's width; pieces that should stay together do so up to this width. */
static void
set_attributes (ToriTypesetter *self, const ToriLineSetting *setting, double share)
{
  const ToriMeasure *measure = &setting->measure;
  const char *text = pango_layout_get_text (self->layout);
  gboolean whole = has_whole (setting);
  gboolean bound = whole || share > 0;
  PangoAttrList *attributes = bound ? create_attributes () : pango_attr_list_ref (self->attributes);
  double room = share * (measure->width - measure->hang) / setting->size;
  gsize from = 0, to;

  if (whole)
    bind (attributes, map_offset (setting, measure->whole_from), map_offset (setting, measure->whole_to));
  for (; share > 0 && tori_kinsoku_next (text, room, &from, &to); from = to)
    bind (attributes, from, to);
  if (bound || self->is_bound)
    pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  self->is_bound = bound;
}

/* Whether a line ends where none should: Pango goes by Unicode's rules, which are wider than ours. */
static gboolean
breaks_rules (ToriTypesetter *self)
{
  const char *text = pango_layout_get_text (self->layout);

  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      if (!line->is_paragraph_start && tori_kinsoku_forbids (text, text + line->start_index))
        return TRUE;
    }
  return FALSE;
}

/* Blanks at a line's end may hang out of it. */
static double
get_width (PangoLayoutLine *line, const char *text)
{
  const char *start = text + line->start_index;
  const char *end = start + line->length;
  int x;

  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  pango_layout_line_index_to_x (line, (int) (end - text), FALSE, &x);
  return pango_units_to_double (x);
}

static gboolean
overflows (ToriTypesetter *self, const ToriLineSetting *setting)
{
  const char *text = pango_layout_get_text (self->layout);

  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      double indent = line->is_paragraph_start ? 0 : setting->measure.hang;

      if (indent + get_width (line, text) > setting->measure.width + EPSILON)
        return TRUE;
    }
  return FALSE;
}

/* Sets the text anew by our rules. In a word that is wider than the line Pango looks for an end no further
 * back than the last change of script, and lets the line grow when there is none; then less stays together.
 */
static void
bind_text (ToriTypesetter *self, const ToriLineSetting *setting)
{
  for (double share = MAX_BOUND; share > MIN_BOUND; share /= 2)
    {
      set_attributes (self, setting, share);
      if (!overflows (self, setting))
        return;
    }
  set_attributes (self, setting, 0);
}

/**
 * tori_typesetter_set:
 * @self: a typesetter
 * @arena: where the lines live
 * @style: how the text looks
 * @measure: the room that it has
 * @text: a paragraph; line breaks in it are kept. The lines refer to it
 * @length: its length in bytes, or -1
 * @lines: (element-type ToriSetLine): the lines are added here
 *
 * Breaks by the rules of Japanese (禁則), and inside a word only when the word alone is wider than the room.
 *
 * Returns: how many lines it became
 */
guint
tori_typesetter_set (ToriTypesetter *self,
                     ToriArena *arena,
                     ToriStyle style,
                     const ToriMeasure *measure,
                     const char *text,
                     gssize length,
                     GPtrArray *lines)
{
  g_autofree char *replaced = NULL;
  ToriLineSetting setting = { arena, self->fonts, *measure };
  guint n = 0;

  setting.size = tori_typesetter_get_size (self, style);
  setting.pitch = tori_typesetter_get_pitch (self, style);
  setting.grey = style_specs[style].grey;
  setting.justify = style_specs[style].justify;
  /* In a narrow column the text is worth more than its indentation. */
  if (measure->width - measure->hang < MIN_MEASURE * setting.size)
    setting.measure.hang = 0;
  if (length < 0)
    length = (gssize) strlen (text);
  setting.text = setting.set_text = text;
  set_layout (self, style, &setting.measure);
  pango_layout_set_text (self->layout, text, (int) length);
  set_attributes (self, &setting, 0);
  if (pango_layout_get_unknown_glyphs_count (self->layout) > 0)
    {
      replaced = replace_unknown (self->layout, text, (gsize) length);
      setting.set_text = replaced;
      pango_layout_set_text (self->layout, replaced, -1);
      set_attributes (self, &setting, 0);
    }
  if (breaks_rules (self))
    bind_text (self, &setting);
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next, n++)
    {
      gboolean last = l->next == NULL || ((PangoLayoutLine *) l->next->data)->is_paragraph_start;

      g_ptr_array_add (lines, tori_set_line_new (&setting, l->data, last));
    }
  return n;
}
