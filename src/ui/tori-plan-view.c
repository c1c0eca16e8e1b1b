/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-plan-view-private.h"

#include <glib/gi18n.h>

#include "ui/tori-card-view.h"
#include "ui/tori-filter-bar.h"
#include "ui/tori-list-view.h"
#include "ui/tori-initiative-cells.h"
#include "ui/tori-schedule-view.h"
#include "ui/tori-sidebar.h"
#include "ui/tori-totals-view.h"

typedef enum
{
  PROP_SELECTED = 1,
  PROP_VIEW,
  PROP_SHOWS_SIDEBAR,
  PROP_SEARCHING
} ToriPlanViewProp;

static GParamSpec *props[PROP_SEARCHING + 1];

G_DEFINE_FINAL_TYPE (ToriPlanView, tori_plan_view, ADW_TYPE_BIN)

/* --- Views --- */

static const struct
{
  const char *name;
  GtkWidget *(*create) (ToriListing *listing, GtkSelectionModel *selection);
} views[] = {
  { "list", tori_list_view_new },
  { "cards", tori_card_view_new },
  { "schedule", tori_schedule_view_new },
  { "totals", tori_totals_view_new },
};

/* The view that is shown. */
ToriView *
tori_plan_view_get_view (ToriPlanView *self)
{
  return TORI_VIEW (gtk_stack_get_visible_child (self->views));
}

static gboolean
reveal_cb (gpointer data)
{
  ToriPlanView *self = data;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  self->reveal_id = 0;
  if (!gtk_bitset_is_empty (selected))
    tori_view_reveal (tori_plan_view_get_view (self), gtk_bitset_get_minimum (selected));
  return G_SOURCE_REMOVE;
}

/* A view goes to what is selected when it has found its size. */
static void
show_view (ToriPlanView *self)
{
  const char *name = views[self->view].name;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  const gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->views));

  if (gtk_stack_get_child_by_name (self->views, name) == NULL)
    gtk_stack_add_named (self->views, views[self->view].create (self->listing, self->selection), name);
  gtk_stack_set_visible_child_name (self->views, name);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (tori_plan_view_get_view (self)));
  if (self->reveal_id == 0)
    self->reveal_id = g_idle_add (reveal_cb, self);
}

/* --- What stands in place of an empty list --- */

typedef struct
{
  const char *name;
  const char *icon;
  const char *title;
  const char *description;
  const char *button;
  const char *action;
} Blank;

static const Blank blanks[] = {
  { "empty", "list-add-symbolic", N_ ("No Initiatives Yet"),
    N_ ("Add the first initiative of this plan, then describe it in the editor."), N_ ("_Add Initiative"),
    "win.add-initiative" },
  { "nothing-found", "edit-find-symbolic", N_ ("Nothing Found"),
    N_ ("No initiative of this year has all of these words and belongs to what is chosen in the sidebar."),
    N_ ("_Clear Filters"), "win.show-all" },
  { "nothing-here", "view-list-symbolic", N_ ("No Initiatives Here"),
    N_ ("No initiative of this fiscal year belongs to what is chosen in the sidebar."), N_ ("_Clear Filters"),
    "win.show-all" },
  { "nothing-this-year", "view-list-symbolic", N_ ("No Initiatives in This Year"),
    N_ ("The plan has no initiative in this fiscal year. Choose another one in the header, or add one."),
    N_ ("_Add Initiative"), "win.add-initiative" },
  { "no-pillars", "list-add-symbolic", N_ ("No Pillars Yet"),
    N_ ("Initiatives stand in pillars. Add the first pillar in the settings of the plan."),
    N_ ("Plan _Settings"), "win.plan-settings" },
};

/* The pages are made when they are wanted for the first time. */
static void
show_blank (ToriPlanView *self, const Blank *blank)
{
  if (gtk_stack_get_child_by_name (self->stack, blank->name) == NULL)
    {
      GtkWidget *page = adw_status_page_new ();
      GtkWidget *button = gtk_button_new_with_mnemonic (_ (blank->button));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), blank->action);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), blank->icon);
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _ (blank->title));
      adw_status_page_set_description (ADW_STATUS_PAGE (page), _ (blank->description));
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
      gtk_stack_add_named (self->stack, page, blank->name);
    }
  gtk_stack_set_visible_child_name (self->stack, blank->name);
}

static void
update_page (ToriPlanView *self)
{
  if (g_list_model_get_n_items (tori_listing_get_model (self->listing)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "views");
  else if (tori_listing_get_pending (self->listing))
    return; /* something may still be found */
  else if (tori_list_get_length (self->pillars) == 0)
    show_blank (self, &blanks[4]);
  else if (g_list_model_get_n_items (tori_listing_get_all (self->listing)) == 0)
    show_blank (self, &blanks[0]);
  else if (*tori_listing_get_search (self->listing) != '\0')
    show_blank (self, &blanks[1]);
  else if (tori_listing_is_narrowed (self->listing))
    show_blank (self, &blanks[2]);
  else
    show_blank (self, &blanks[3]);
}

/* --- Callbacks --- */

static void
search_changed_cb (ToriPlanView *self)
{
  if (self->listing != NULL)
    tori_listing_set_search (self->listing, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_mode_cb (ToriPlanView *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      search_changed_cb (self); /* without the entry's delay */
      gtk_widget_grab_focus (GTK_WIDGET (tori_plan_view_get_view (self)));
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCHING]);
}

static void
selected_cb (ToriPlanView *self)
{
  ToriInitiative *selected = tori_plan_view_get_selected (self);

  if (selected != NULL)
    g_set_object (&self->last, selected);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static gboolean
reselect_cb (gpointer data)
{
  ToriPlanView *self = data;
  guint position = 0;

  self->reselect_id = 0;
  if (tori_plan_view_get_selected (self) != NULL)
    return G_SOURCE_REMOVE;
  tori_listing_find (G_LIST_MODEL (self->selection), self->last, &position);
  gtk_selection_model_select_item (self->selection, position, TRUE);
  return G_SOURCE_REMOVE;
}

/* Keys always find a row: the one that was selected before, when it is shown again, or the first. That has to
 * wait until everybody knows of the change. */
static void
items_changed_cb (ToriPlanView *self)
{
  if (self->reselect_id == 0)
    self->reselect_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, reselect_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
flap_cb (ToriPlanView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_SIDEBAR]);
}

static void
tori_plan_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriPlanView *self = TORI_PLAN_VIEW (object);

  switch ((ToriPlanViewProp) id)
    {
    case PROP_SELECTED: g_value_set_object (value, tori_plan_view_get_selected (self)); return;
    case PROP_VIEW: g_value_set_string (value, views[self->view].name); return;
    case PROP_SHOWS_SIDEBAR: g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap)); return;
    case PROP_SEARCHING:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->search_bar));
      return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_plan_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ToriPlanView *self = TORI_PLAN_VIEW (object);

  switch ((ToriPlanViewProp) id)
    {
    case PROP_VIEW: tori_plan_view_set_view (self, g_value_get_string (value)); return;
    case PROP_SHOWS_SIDEBAR: adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value)); return;
    case PROP_SEARCHING:
      gtk_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
      return;
    case PROP_SELECTED:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_plan_view_dispose (GObject *object)
{
  ToriPlanView *self = TORI_PLAN_VIEW (object);

  if (self->listing != NULL)
    {
      g_signal_handlers_disconnect_by_data (tori_listing_get_model (self->listing), self);
      g_signal_handlers_disconnect_by_data (self->listing, self);
    }
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_handle_id (&self->reselect_id, g_source_remove);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->last);
  g_clear_object (&self->listing);
  if (self->pillars != NULL)
    g_signal_handlers_disconnect_by_data (self->pillars, self);
  g_clear_object (&self->pillars);

  G_OBJECT_CLASS (tori_plan_view_parent_class)->dispose (object);
}

/* A plan that has just been opened is worked on in its list: arrows and Return go there at once. */
static void
tori_plan_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tori_plan_view_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (tori_plan_view_get_view (TORI_PLAN_VIEW (widget))));
}

static void
tori_plan_view_class_init (ToriPlanViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tori_plan_view_get_property;
  object_class->set_property = tori_plan_view_set_property;
  object_class->dispose = tori_plan_view_dispose;
  widget_class->map = tori_plan_view_map;

  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, TORI_TYPE_INITIATIVE, readable);
  props[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "list", writable);
  props[PROP_SHOWS_SIDEBAR] = g_param_spec_boolean ("shows-sidebar", NULL, NULL, TRUE, writable);
  props[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-plan-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ToriPlanView, flap);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanView, sidebar_bin);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanView, filter_bin);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanView, stack);
  gtk_widget_class_bind_template_child (widget_class, ToriPlanView, views);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
tori_plan_view_init (ToriPlanView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tori_plan_view_add_keys (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (flap_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tori_plan_view_new:
 * @plan: the plan that is shown
 * @year: the fiscal year to begin with
 *
 * Returns: the view
 */
GtkWidget *
tori_plan_view_new (ToriPlan *plan, int year)
{
  ToriPlanView *self = g_object_new (TORI_TYPE_PLAN_VIEW, NULL);

  self->listing = tori_listing_new (plan, year);
  self->pillars = g_object_ref (tori_plan_get_pillars (plan));
  adw_bin_set_child (self->sidebar_bin, tori_sidebar_new (tori_listing_get_census (self->listing)));
  adw_bin_set_child (self->filter_bin, tori_filter_bar_new (self->listing));
  self->selection =
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (tori_listing_get_model (self->listing))));
  gtk_selection_model_select_item (self->selection, 0, TRUE);
  gtk_stack_add_named (self->views, views[0].create (self->listing, self->selection), views[0].name);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_model (self->listing), "items-changed", G_CALLBACK (update_page),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pillars, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listing, "notify::search", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listing, "notify::narrowed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->listing, "notify::pending", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  update_page (self);
  return GTK_WIDGET (self);
}

ToriListing *
tori_plan_view_get_listing (ToriPlanView *self)
{
  g_return_val_if_fail (TORI_IS_PLAN_VIEW (self), NULL);

  return self->listing;
}

/**
 * tori_plan_view_set_view:
 * @self: a plan view
 * @name: how the initiatives are shown from now on: "list", "cards", "schedule", "totals"; what is not known
 * is the list
 */
void
tori_plan_view_set_view (ToriPlanView *self, const char *name)
{
  guint view = 0;

  g_return_if_fail (TORI_IS_PLAN_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      view = i;
  if (self->view == view)
    return;
  self->view = view;
  show_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
}

/**
 * tori_plan_view_get_columns:
 * @self: a plan view
 *
 * Returns: (transfer none): an action for each column of the list, by which it is shown or hidden
 */
GActionGroup *
tori_plan_view_get_columns (ToriPlanView *self)
{
  g_return_val_if_fail (TORI_IS_PLAN_VIEW (self), NULL);

  return tori_list_view_get_columns (
      TORI_LIST_VIEW (gtk_stack_get_child_by_name (self->views, views[0].name)));
}

/**
 * tori_plan_view_get_selected:
 * @self: a plan view
 *
 * Returns: (transfer none) (nullable): the first of the initiatives that are selected; NULL also where the
 *   view does not show single ones
 */
ToriInitiative *
tori_plan_view_get_selected (ToriPlanView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (ToriInitiative) initiative = NULL;

  g_return_val_if_fail (TORI_IS_PLAN_VIEW (self), NULL);

  if (self->selection == NULL || !tori_plan_view_has_single (self))
    return NULL;
  selected = gtk_selection_model_get_selection (self->selection);
  if (!gtk_bitset_is_empty (selected))
    initiative = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
  return initiative; /* the plan has it */
}

/**
 * tori_plan_view_list_selected:
 * @self: a plan view
 *
 * Returns: (transfer full) (element-type ToriInitiative): the initiatives that are selected, in the order in
 *   which they are shown
 */
GPtrArray *
tori_plan_view_list_selected (ToriPlanView *self)
{
  GPtrArray *initiatives = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (TORI_IS_PLAN_VIEW (self), initiatives);

  if (self->selection == NULL || !tori_plan_view_has_single (self))
    return initiatives;
  selected = gtk_selection_model_get_selection (self->selection);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (initiatives, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return initiatives;
}

/**
 * tori_plan_view_has_single:
 * @self: a plan view
 *
 * Returns: whether it shows single initiatives, which can be selected
 */
gboolean
tori_plan_view_has_single (ToriPlanView *self)
{
  g_return_val_if_fail (TORI_IS_PLAN_VIEW (self), FALSE);

  return tori_view_has_single (tori_plan_view_get_view (self));
}

/**
 * tori_plan_view_copy:
 * @self: a plan view
 *
 * Returns: (transfer full): what is copied: the initiatives that are selected, or the table that is shown
 */
ToriCells *
tori_plan_view_copy (ToriPlanView *self)
{
  ToriCells *cells = tori_view_copy (tori_plan_view_get_view (self));
  g_autoptr (GPtrArray) selected = tori_plan_view_list_selected (self);

  if (cells == NULL)
    cells = tori_initiative_cells_new (tori_listing_get_plan (self->listing), selected,
                                       tori_listing_get_year (self->listing));
  return cells;
}

static gboolean
select_one (ToriPlanView *self, ToriInitiative *initiative)
{
  guint position;

  if (!tori_listing_find (G_LIST_MODEL (self->selection), initiative, &position))
    return FALSE;
  gtk_selection_model_select_item (self->selection, position, TRUE);
  tori_view_reveal (tori_plan_view_get_view (self), position);
  return TRUE;
}

/**
 * tori_plan_view_select:
 * @self: a plan view
 * @initiatives: (element-type ToriInitiative): what is selected from now on, as far as it is shown
 *
 * The keys go where it is.
 */
void
tori_plan_view_select (ToriPlanView *self, GPtrArray *initiatives)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  const guint n = g_list_model_get_n_items (model);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < initiatives->len; i++)
    g_hash_table_add (wanted, initiatives->pdata[i]);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ToriInitiative) initiative = g_list_model_get_item (model, i);

      if (g_hash_table_contains (wanted, initiative))
        gtk_bitset_add (selected, i);
    }
  if (gtk_bitset_is_empty (selected))
    return;
  gtk_selection_model_set_selection (self->selection, selected, all);
  tori_view_reveal (tori_plan_view_get_view (self), gtk_bitset_get_minimum (selected));
  gtk_widget_grab_focus (GTK_WIDGET (tori_plan_view_get_view (self)));
}

/**
 * tori_plan_view_show_initiative:
 * @self: a plan view
 * @initiative: an initiative of the plan
 *
 * Selects an initiative. When the search or the sidebar hides it, these give way.
 */
void
tori_plan_view_show_initiative (ToriPlanView *self, ToriInitiative *initiative)
{
  g_return_if_fail (TORI_IS_PLAN_VIEW (self));

  if (select_one (self, initiative))
    return;
  tori_plan_view_stop_search (self);
  if (select_one (self, initiative))
    return;
  tori_listing_show_all (self->listing);
  select_one (self, initiative);
}

/**
 * tori_plan_view_start_search:
 * @self: a plan view
 *
 * Shows the search field and goes there.
 */
void
tori_plan_view_start_search (ToriPlanView *self)
{
  g_return_if_fail (TORI_IS_PLAN_VIEW (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * tori_plan_view_stop_search:
 * @self: a plan view
 *
 * Forgets what was looked for, hides the field and goes back to the list.
 */
void
tori_plan_view_stop_search (ToriPlanView *self)
{
  g_return_if_fail (TORI_IS_PLAN_VIEW (self));

  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}
