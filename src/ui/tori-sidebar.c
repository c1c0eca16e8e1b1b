/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-sidebar.h"

#include <glib/gi18n.h>

#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-division.h"
#include "model/tori-pillar.h"

/* The parts of the plan, each with the number of its initiatives in the year that is shown. The one that is
 * selected is the listing's group. */
struct _ToriSidebar
{
  GtkWidget parent_instance;

  ToriListing *listing;
  GListStore *groups;
  GtkListBox *box;
  GtkWidget *scroller;
  guint update_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (ToriSidebar, tori_sidebar, GTK_TYPE_WIDGET)

/* --- Counting --- */

typedef struct
{
  GPtrArray *groups;     /* of ToriGroup, in order */
  GHashTable *by_record; /* to the group */
  GHashTable *by_id;     /* id of a division to its group */
  ToriGroup *all;
  ToriGroup *nobody;
} Census;

static ToriGroup *
add_group (Census *census, ToriGroupKind kind, gpointer record)
{
  ToriGroup *group = tori_group_new (kind, record);

  g_ptr_array_add (census->groups, group);
  if (record != NULL)
    g_hash_table_insert (census->by_record, record, group);
  if (kind == TORI_GROUP_DIVISION)
    g_hash_table_insert (census->by_id, (gpointer) tori_record_get_id (record), group);
  return group;
}

static void
add_groups (Census *census, ToriPlan *plan)
{
  ToriList *pillars = tori_plan_get_pillars (plan), *departments = tori_plan_get_departments (plan);

  census->all = add_group (census, TORI_GROUP_ALL, NULL);
  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    add_group (census, TORI_GROUP_PILLAR, tori_list_get (pillars, i));
  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriList *divisions = tori_department_get_divisions (tori_list_get (departments, i));

      add_group (census, TORI_GROUP_DEPARTMENT, tori_list_get (departments, i));
      for (guint j = 0; j < tori_list_get_length (divisions); j++)
        add_group (census, TORI_GROUP_DIVISION, tori_list_get (divisions, j));
    }
  census->nobody = add_group (census, TORI_GROUP_NOBODY, NULL);
}

static void
count_one (ToriGroup *group)
{
  if (group != NULL)
    tori_group_set_count (group, tori_group_get_count (group) + 1);
}

static void
count_initiative (Census *census, ToriInitiative *initiative, int year)
{
  g_autoptr (GPtrArray) ids = tori_charge_list_divisions (initiative, year);
  g_autoptr (GPtrArray) departments = g_ptr_array_new ();

  count_one (census->all);
  count_one (g_hash_table_lookup (census->by_record, tori_record_get_parent (TORI_RECORD (initiative))));
  if (ids->len == 0)
    count_one (census->nobody);
  for (guint i = 0; i < ids->len; i++)
    {
      ToriGroup *division = g_hash_table_lookup (census->by_id, ids->pdata[i]);
      gpointer department =
          division == NULL ? NULL : tori_record_get_parent (tori_group_get_record (division));

      count_one (division);
      if (department == NULL || g_ptr_array_find (departments, department, NULL))
        continue;
      g_ptr_array_add (departments, department);
      count_one (g_hash_table_lookup (census->by_record, department));
    }
}

/* Divisions that are gone or not there yet, and the lack of one, are shown only when there is something to
 * see. */
static gboolean
is_idle (ToriGroup *group, int year)
{
  if (tori_group_get_count (group) > 0)
    return FALSE;
  switch (tori_group_get_kind (group))
    {
    case TORI_GROUP_NOBODY: return TRUE;
    case TORI_GROUP_DIVISION:
      return !tori_charge_is_valid (TORI_DIVISION (tori_group_get_record (group)), year);
    case TORI_GROUP_ALL:
    case TORI_GROUP_PILLAR:
    case TORI_GROUP_DEPARTMENT:
    default: return FALSE;
    }
}

/* Returns: (transfer full): the groups as they should be */
static GPtrArray *
take_census (ToriListing *listing)
{
  g_autoptr (GHashTable) by_record = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  Census census = { g_ptr_array_new_with_free_func (g_object_unref), by_record, by_id, NULL, NULL };
  GListModel *all = tori_listing_get_all (listing);
  const guint n = g_list_model_get_n_items (all);
  const int year = tori_listing_get_year (listing);

  add_groups (&census, tori_listing_get_plan (listing));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (all, i);

      if (tori_initiative_covers_year (initiative, year))
        count_initiative (&census, initiative, year);
    }
  for (guint i = census.groups->len; i > 0; i--)
    if (is_idle (census.groups->pdata[i - 1], year))
      g_ptr_array_remove_index (census.groups, i - 1);
  return census.groups;
}

/* --- Keeping the rows in step --- */

static gboolean
is_same (GListModel *model, GPtrArray *groups)
{
  if (g_list_model_get_n_items (model) != groups->len)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (ToriGroup) group = g_list_model_get_item (model, i);

      if (!tori_group_equal (group, groups->pdata[i])
          || !g_str_equal (tori_group_get_label (group), tori_group_get_label (groups->pdata[i])))
        return FALSE;
    }
  return TRUE;
}

static void
select_row (ToriSidebar *self, ToriGroup *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      if (!tori_group_equal (group, wanted))
        continue;
      gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, (int) i));
      return;
    }
  /* What was selected is gone. */
  gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, 0));
}

static void
update (ToriSidebar *self)
{
  g_autoptr (GPtrArray) groups = take_census (self->listing);
  GListModel *model = G_LIST_MODEL (self->groups);

  if (is_same (model, groups))
    {
      for (guint i = 0; i < groups->len; i++)
        {
          g_autoptr (ToriGroup) group = g_list_model_get_item (model, i);

          tori_group_set_count (group, tori_group_get_count (groups->pdata[i]));
        }
      return;
    }
  self->updating = TRUE;
  g_list_store_splice (self->groups, 0, g_list_model_get_n_items (model), groups->pdata, groups->len);
  self->updating = FALSE;
  select_row (self, tori_listing_get_group (self->listing) != NULL ? tori_listing_get_group (self->listing)
                                                                   : groups->pdata[0]);
}

static gboolean
update_cb (gpointer data)
{
  ToriSidebar *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Many changes at once are counted once. */
static void
queue_update (ToriSidebar *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
changed_cb (ToriPlan *plan, ToriRecord *source, const ToriField *field, ToriSidebar *self)
{
  /* Typing in an initiative changes no count. */
  if (field->kind == TORI_FIELD_TEXT && tori_record_get_ancestor (source, TORI_TYPE_INITIATIVE) != NULL)
    return;
  queue_update (self);
}

/* --- Rows --- */

static gboolean
format_count (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_take_string (to, g_strdup_printf ("%u", g_value_get_uint (from)));
  return TRUE;
}

static void
name_row (GtkWidget *row, GParamSpec *pspec, ToriGroup *group)
{
  const guint count = tori_group_get_count (group);
  /* Translators: what a screen reader says about a row of the sidebar: its name, then how many it holds. */
  g_autofree char *words =
      g_strdup_printf (ngettext ("%1$s, %2$u initiative", "%1$s, %2$u initiatives", count),
                       tori_group_get_label (group), count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  ToriGroup *group = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (tori_group_get_label (group));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (tori_group_get_kind (group) == TORI_GROUP_DIVISION)
    gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_tooltip_text (row, tori_group_get_label (group));
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  g_object_bind_property_full (group, "count", count, "label", G_BINDING_SYNC_CREATE, format_count, NULL,
                               NULL, NULL);
  name_row (row, NULL, group);
  g_signal_connect_object (group, "notify::count", G_CALLBACK (name_row), row, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static const char *
get_section (GtkListBoxRow *row, GListModel *groups)
{
  g_autoptr (ToriGroup) group = g_list_model_get_item (groups, (guint) gtk_list_box_row_get_index (row));

  switch (tori_group_get_kind (group))
    {
    case TORI_GROUP_PILLAR:
      /* Translators: heads the list of pillars in the sidebar. */
      return _ ("Pillars");
    case TORI_GROUP_DEPARTMENT:
    case TORI_GROUP_DIVISION:
    case TORI_GROUP_NOBODY:
      /* Translators: heads the list of departments in the sidebar. */
      return _ ("Departments");
    case TORI_GROUP_ALL:
    default: return "";
    }
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *section = get_section (row, data);
  GtkWidget *label;

  if (*section == '\0' || (before != NULL && g_str_equal (get_section (before, data), section)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_selected_cb (ToriSidebar *self, GtkListBoxRow *row)
{
  g_autoptr (ToriGroup) group = NULL;

  if (self->updating || row == NULL)
    return;
  group = g_list_model_get_item (G_LIST_MODEL (self->groups), (guint) gtk_list_box_row_get_index (row));
  tori_listing_set_group (self->listing, group);
}

static void
group_cb (ToriSidebar *self)
{
  ToriGroup *group = tori_listing_get_group (self->listing);

  if (group == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->groups)) > 0)
    gtk_list_box_select_row (self->box, gtk_list_box_get_row_at_index (self->box, 0));
}

static void
tori_sidebar_dispose (GObject *object)
{
  ToriSidebar *self = TORI_SIDEBAR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->groups);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_sidebar_parent_class)->dispose (object);
}

static void
tori_sidebar_class_init (ToriSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_sidebar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tori-sidebar");
}

static void
tori_sidebar_init (ToriSidebar *self)
{
  self->groups = g_list_store_new (TORI_TYPE_GROUP);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the sidebar. */
                                  _ ("Parts of the Plan"), -1);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->groups), create_row, NULL, NULL);
  gtk_list_box_set_header_func (self->box, head_row, self->groups, NULL);
  g_signal_connect_swapped (self->box, "row-selected", G_CALLBACK (row_selected_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tori_sidebar_new:
 * @listing: whose group it chooses
 *
 * Returns: the sidebar
 */
GtkWidget *
tori_sidebar_new (ToriListing *listing)
{
  ToriSidebar *self = g_object_new (TORI_TYPE_SIDEBAR, NULL);

  self->listing = g_object_ref (listing);
  update (self);
  g_signal_connect_object (listing, "notify::year", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (listing, "notify::group", G_CALLBACK (group_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_plan (listing), "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * tori_sidebar_get_groups:
 * @self: a sidebar
 *
 * Returns: (transfer none): the #ToriGroup of each row
 */
GListModel *
tori_sidebar_get_groups (ToriSidebar *self)
{
  g_return_val_if_fail (TORI_IS_SIDEBAR (self), NULL);

  return G_LIST_MODEL (self->groups);
}
