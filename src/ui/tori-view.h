/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/tori-cells.h"
#include "model/tori-initiative.h"

G_BEGIN_DECLS

#define TORI_TYPE_VIEW (tori_view_get_type ())

G_DECLARE_INTERFACE (ToriView, tori_view, TORI, VIEW, GtkWidget)

/**
 * ToriViewInterface:
 * @reveal: brings the initiative at a position of the listing into sight; NULL where no single ones are shown
 * @pick: finds the initiative that is shown at a place in it
 * @copy: gives what it shows as a table; NULL where that is the initiatives that are selected
 *
 * One of the ways in which the initiatives of a plan are shown in the window. All show the same listing and
 * share one selection, so that nothing is lost by going from one to the other. A view lets go of its rows
 * while it is not seen.
 */
struct _ToriViewInterface
{
  GTypeInterface parent_iface;

  void (*reveal) (ToriView *self, guint position);
  ToriInitiative *(*pick) (ToriView *self, double x, double y);
  ToriCells *(*copy) (ToriView *self);
};

gboolean tori_view_has_single (ToriView *self);
ToriInitiative *tori_view_pick (ToriView *self, double x, double y);
ToriCells *tori_view_copy (ToriView *self);
void tori_view_reveal (ToriView *self, guint position);

G_END_DECLS
