/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-list-memory.h"

#include "ui/tori-settings.h"

/*
 * The list's columns as they were left: which are shown, in which order, how wide, and by which one is
 * sorted. GTK 4.8 does not tell the last; it is read off the arrow in the title of the column.
 */
struct _ToriListMemory
{
  GObject parent_instance;

  GtkColumnView *view; /* it has us */
  guint store_id;
};

/* Until nothing was changed for so long, in milliseconds, nothing is written. */
#define REST 400

G_DEFINE_FINAL_TYPE (ToriListMemory, tori_list_memory, G_TYPE_OBJECT)

static GQuark
name_quark (void)
{
  return g_quark_from_static_string ("tori-column-name");
}

/**
 * tori_list_memory_name:
 * @column: a column
 * @name: (not nullable): what it is called in the settings; static
 */
void
tori_list_memory_name (GtkColumnViewColumn *column, const char *name)
{
  g_object_set_qdata (G_OBJECT (column), name_quark (), (gpointer) name);
}

const char *
tori_list_memory_get_name (GtkColumnViewColumn *column)
{
  return g_object_get_qdata (G_OBJECT (column), name_quark ());
}

/* --- Storing --- */

/* The arrow in a title; NULL where none is seen. */
static GtkWidget *
find_arrow (GtkWidget *inside)
{
  if ((gtk_widget_has_css_class (inside, "ascending") || gtk_widget_has_css_class (inside, "descending"))
      && gtk_widget_get_visible (inside))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_arrow (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkColumnViewColumn *
find_shown_column (ToriListMemory *self, guint place)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) && place-- == 0)
        return column; /* the view has it */
    }
  return NULL;
}

static void
store_sort (ToriListMemory *self, GSettings *settings)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  const char *name = "";
  gboolean descending = FALSE;
  guint place = 0;

  for (GtkWidget *title = gtk_widget_get_first_child (header);
       title != NULL && gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *arrow = gtk_widget_get_visible (title) ? find_arrow (title) : NULL;
      GtkColumnViewColumn *column = arrow == NULL ? NULL : find_shown_column (self, place);

      if (column != NULL)
        {
          name = tori_list_memory_get_name (column);
          descending = gtk_widget_has_css_class (arrow, "descending");
          break;
        }
      place += gtk_widget_get_visible (title) ? 1 : 0;
    }
  g_settings_set (settings, "list-sort", "(sb)", name, descending);
}

static void
store (ToriListMemory *self)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sbi)"));

  if (settings == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&builder, "(sbi)", tori_list_memory_get_name (column),
                             gtk_column_view_column_get_visible (column),
                             gtk_column_view_column_get_fixed_width (column));
    }
  g_settings_set_value (settings, "list-columns", g_variant_builder_end (&builder));
  store_sort (self, settings);
}

static gboolean
store_cb (gpointer data)
{
  ToriListMemory *self = data;

  self->store_id = 0;
  store (self);
  return G_SOURCE_REMOVE;
}

/* A window that is closed may be held for a while by what it was doing, or to the program's end. */
static void
store_now (ToriListMemory *self)
{
  if (self->store_id == 0)
    return;
  g_clear_handle_id (&self->store_id, g_source_remove);
  store (self);
}

static void
queue_store (ToriListMemory *self)
{
  g_clear_handle_id (&self->store_id, g_source_remove);
  self->store_id = g_timeout_add (REST, store_cb, self);
}

/* --- Restoring --- */

static GtkColumnViewColumn *
find_column (ToriListMemory *self, const char *name)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (tori_list_memory_get_name (column), name))
        return column; /* the view has it */
    }
  return NULL;
}

/* Columns that a former version did not have stay where they are, behind the others. */
static void
restore (ToriListMemory *self)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  g_autoptr (GVariant) columns = settings == NULL ? NULL : g_settings_get_value (settings, "list-columns");
  g_autoptr (GVariant) sort = settings == NULL ? NULL : g_settings_get_value (settings, "list-sort");
  GtkColumnViewColumn *column;
  GVariantIter iter;
  const char *name;
  gboolean flag;
  guint place = 0;
  int width;

  if (settings == NULL)
    return;
  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "(&sbi)", &name, &flag, &width))
    {
      if ((column = find_column (self, name)) == NULL)
        continue;
      gtk_column_view_insert_column (self->view, place++, column);
      gtk_column_view_column_set_visible (column, flag);
      gtk_column_view_column_set_fixed_width (column, width > 0 ? width : -1);
    }
  g_variant_get (sort, "(&sb)", &name, &flag);
  if ((column = find_column (self, name)) != NULL)
    gtk_column_view_sort_by_column (self->view, column, flag ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* --- GObject --- */

static void
tori_list_memory_dispose (GObject *object)
{
  g_clear_handle_id (&TORI_LIST_MEMORY (object)->store_id, g_source_remove);

  G_OBJECT_CLASS (tori_list_memory_parent_class)->dispose (object);
}

static void
tori_list_memory_class_init (ToriListMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_list_memory_dispose;
}

static void
tori_list_memory_init (ToriListMemory *self)
{
}

/**
 * tori_list_memory_new:
 * @view: a view whose columns have names; it must live as long
 *
 * Lays its columns out as they were left, and remembers how they are left.
 *
 * Returns: (transfer full): the memory
 */
ToriListMemory *
tori_list_memory_new (GtkColumnView *view)
{
  ToriListMemory *self = g_object_new (TORI_TYPE_LIST_MEMORY, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);

  self->view = view;
  g_signal_connect_object (view, "unmap", G_CALLBACK (store_now), self, G_CONNECT_SWAPPED);
  restore (self);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_signal_connect_object (column, "notify::visible", G_CALLBACK (queue_store), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (queue_store), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (queue_store), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (queue_store), self,
                           G_CONNECT_SWAPPED);
  return self;
}
