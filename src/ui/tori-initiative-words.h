/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-initiative.h"

G_BEGIN_DECLS

char *tori_initiative_words_title (ToriInitiative *initiative, int year);
char *tori_initiative_words_level (ToriInitiative *initiative, int year);
char *tori_initiative_words_divisions (ToriInitiative *initiative, int year);
char *tori_initiative_words_state (ToriInitiative *initiative, int year);
char *tori_initiative_words_phases (ToriInitiative *initiative, int year);
char *tori_initiative_words_changed (ToriInitiative *initiative, int year);
char *tori_initiative_words_characters (ToriInitiative *initiative, int year);
char *tori_initiative_words_row_titled (ToriInitiative *initiative, const char *title, int year);
char *tori_initiative_words_row (ToriInitiative *initiative, int year);

guint tori_initiative_count_characters (ToriInitiative *initiative, int year);
GDateTime *tori_initiative_find_changed (ToriInitiative *initiative, int year);

G_END_DECLS
