// What a derivative may be told.
#include <ctgrad/diff/options.hpp>

#include <concepts>

namespace {

using ctgrad::wrt;
using ctgrad::detail::chosen_of;
struct something_else {};

static_assert(std::same_as<chosen_of<>::type<0>, wrt<>>);
static_assert(std::same_as<chosen_of<>::type<3>, wrt<0, 1, 2>>);  // all, if none is named
static_assert(std::same_as<chosen_of<wrt<2, 0>>::type<3>, wrt<2, 0>>);
static_assert(std::same_as<chosen_of<something_else>::type<2>, wrt<0, 1>>);
static_assert(std::same_as<chosen_of<something_else, wrt<1>>::type<2>, wrt<1>>);
static_assert(std::same_as<chosen_of<wrt<1>, something_else>::type<2>, wrt<1>>);

}  // namespace
