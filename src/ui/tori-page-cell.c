/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-cell.h"

#include <glib/gi18n.h>

struct _ToriPageCell
{
  GtkWidget parent_instance;

  graphene_rect_t area; /* in points */
  ToriRecord *record;
  const char *property; /* interned */
  char *link;
  gboolean names_column;
};

G_DEFINE_FINAL_TYPE (ToriPageCell, tori_page_cell, GTK_TYPE_WIDGET)

static void
tori_page_cell_finalize (GObject *object)
{
  ToriPageCell *self = TORI_PAGE_CELL (object);

  g_clear_object (&self->record);
  g_free (self->link);

  G_OBJECT_CLASS (tori_page_cell_parent_class)->finalize (object);
}

static void
tori_page_cell_class_init (ToriPageCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_page_cell_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tori-cell");
}

static void
tori_page_cell_init (ToriPageCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static GtkAccessibleRole
find_role (const ToriPageArea *area)
{
  if (area->column)
    return GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  return area->header ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_CELL;
}

/**
 * tori_page_cell_new:
 * @area: what stands there
 * @column: (nullable): the name of its column
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
tori_page_cell_new (const ToriPageArea *area, const char *column)
{
  ToriPageCell *self = g_object_new (TORI_TYPE_PAGE_CELL, "accessible-role", find_role (area), NULL);
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  graphene_rect_init (&self->area, (float) area->x, (float) area->y, (float) area->width,
                      (float) area->height);
  g_set_object (&self->record, area->record);
  self->property = g_intern_string (area->property);
  self->link = g_strdup (area->link);
  self->names_column = area->column;
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader says of a cell without words. */
                                  *area->text != '\0' ? area->text : C_ ("cell", "Empty"), -1);
  if (column != NULL)
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, column, -1);
  if (tori_page_cell_leads (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "leads");
  return GTK_WIDGET (self);
}

/* In points from the page's corner. */
const graphene_rect_t *
tori_page_cell_get_area (ToriPageCell *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_CELL (self), NULL);

  return &self->area;
}

/**
 * tori_page_cell_get_record:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the record of the plan that it shows, or that its row is about
 */
ToriRecord *
tori_page_cell_get_record (ToriPageCell *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_CELL (self), NULL);

  return self->record;
}

/**
 * tori_page_cell_get_property:
 * @self: a cell
 *
 * Returns: (nullable): the property of the record that it shows
 */
const char *
tori_page_cell_get_property (ToriPageCell *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_CELL (self), NULL);

  return self->property;
}

/**
 * tori_page_cell_get_link:
 * @self: a cell
 *
 * Returns: (nullable): the target on the pages that it leads to
 */
const char *
tori_page_cell_get_link (ToriPageCell *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_CELL (self), NULL);

  return self->link;
}

/**
 * tori_page_cell_leads:
 * @self: a cell
 *
 * Returns: whether it leads anywhere
 */
gboolean
tori_page_cell_leads (ToriPageCell *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_CELL (self), FALSE);

  return self->record != NULL || self->link != NULL;
}

/**
 * tori_page_cell_names_column:
 * @self: a cell
 *
 * Returns: whether it stands in the header of a table, which is the same on all of its pages
 */
gboolean
tori_page_cell_names_column (ToriPageCell *self)
{
  g_return_val_if_fail (TORI_IS_PAGE_CELL (self), FALSE);

  return self->names_column;
}
