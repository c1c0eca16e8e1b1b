/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-tags.h"

/* One Document; in it H1, P and tables. A table is one Table over all the pages that it goes over. What a
 * row has on a further page is one more TR of it, whose number and title say that they go on: cairo 1.16
 * writes structure in the order of drawing, so that a cell cannot be taken up again after another. Nor can it
 * say over how many columns a cell goes. What is said again on each page (the table's header, the band, the
 * foot) and what is no text (grounds, rules, arrows) is no part of the structure, so that nobody has it read
 * to them.
 */

struct _ToriTags
{
  cairo_t *cr;
  gconstpointer table;    /* that is open; NULL: none */
  gboolean has_artifacts; /* cairo knows them */
};

/**
 * tori_tags_new:
 * @cr: draws into a PDF
 *
 * Returns: (transfer full): its structure, empty; @cr must outlive it
 */
ToriTags *
tori_tags_new (cairo_t *cr)
{
  ToriTags *self = g_new0 (ToriTags, 1);

  self->cr = cr;
  /* Before, what had no tag of its own belonged to nothing; since, to whatever is open. */
  self->has_artifacts = cairo_version () >= CAIRO_VERSION_ENCODE (1, 18, 0);
  cairo_tag_begin (cr, "Document", NULL);
  return self;
}

/**
 * tori_tags_free:
 * @self: (transfer full): a structure
 */
void
tori_tags_free (ToriTags *self)
{
  g_free (self);
}

/**
 * tori_tags_begin:
 * @self: a structure
 * @tag: the standard name of an element
 *
 * What is drawn from now on belongs to it.
 */
void
tori_tags_begin (ToriTags *self, const char *tag)
{
  cairo_tag_begin (self->cr, tag, NULL);
}

/**
 * tori_tags_end:
 * @self: a structure
 * @tag: the element that was begun last
 */
void
tori_tags_end (ToriTags *self, const char *tag)
{
  cairo_tag_end (self->cr, tag);
}

/* Links are written before the page that they lead to, so cairo has to be given a name. */
static char *
name_place (guint page, double y)
{
  return g_strdup_printf ("%u-%.0f", page + 1, y * 100);
}

/**
 * tori_tags_begin_link:
 * @self: a structure
 * @page: number of a page, from 0
 * @y: where on it, in points from the top
 *
 * What is drawn from now on leads to that place, where a target must be added; ended as "Link".
 */
void
tori_tags_begin_link (ToriTags *self, guint page, double y)
{
  g_autofree char *name = name_place (page, y);
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", name);

  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
}

/**
 * tori_tags_add_target:
 * @self: a structure
 * @page: the page that is being drawn, from 0
 * @y: where on it, in points from the top
 *
 * Makes the place one that links can lead to.
 */
void
tori_tags_add_target (ToriTags *self, guint page, double y)
{
  g_autofree char *name = name_place (page, y);
  /* Whole points: cairo 1.16 reads decimals as the user's locale writes them. */
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=0 y=%d", name, (int) y);

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/**
 * tori_tags_begin_artifact:
 * @self: a structure
 *
 * What is drawn from now on is not read aloud.
 */
void
tori_tags_begin_artifact (ToriTags *self)
{
  if (self->has_artifacts)
    cairo_tag_begin (self->cr, "Artifact", NULL);
}

/**
 * tori_tags_end_artifact:
 * @self: a structure
 */
void
tori_tags_end_artifact (ToriTags *self)
{
  if (self->has_artifacts)
    cairo_tag_end (self->cr, "Artifact");
}

/**
 * tori_tags_set_table:
 * @self: a structure
 * @table: (nullable): what tells one table from another; NULL: none
 *
 * What follows belongs to @table, which goes on when it is open.
 *
 * Returns: whether it begins
 */
gboolean
tori_tags_set_table (ToriTags *self, gconstpointer table)
{
  if (table == self->table)
    return FALSE;
  if (self->table != NULL)
    cairo_tag_end (self->cr, "Table");
  if (table != NULL)
    cairo_tag_begin (self->cr, "Table", NULL);
  self->table = table;
  return table != NULL;
}

/**
 * tori_tags_finish:
 * @self: a structure
 *
 * Closes it, before the last page is shown.
 */
void
tori_tags_finish (ToriTags *self)
{
  tori_tags_set_table (self, NULL);
  cairo_tag_end (self->cr, "Document");
}
