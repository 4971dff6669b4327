#include <boost/test/unit_test.hpp>

#include <array>
#include <type_traits>

#include "support.hpp"

using cg::nn::mlp;

BOOST_AUTO_TEST_SUITE(networks)

mlp small(std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  return mlp({3, 4, 4, 1}, {activation::tanh, activation::tanh, activation::tanh}, engine);
}

BOOST_AUTO_TEST_CASE(shapes_and_parameter_counts) {
  std::mt19937_64 engine(1);
  mlp moons({2, 16, 16, 1}, {activation::relu, activation::relu, activation::linear}, engine);
  BOOST_TEST(moons.parameters().size() == 337U);
  BOOST_TEST(small(1).parameters().size() == 41U);
  mlp wide({1, 7}, {activation::linear}, engine);
  BOOST_TEST(wide({1.0}).size() == 7U);
}

BOOST_AUTO_TEST_CASE(a_seed_gives_the_same_network_again) {
  mlp one = small(7), again = small(7), other = small(8);
  BOOST_TEST(data_of(one.parameters()) == data_of(again.parameters()),
             boost::test_tools::per_element());
  BOOST_TEST(one({1.0, 2.0, 3.0})[0].data() == again({1.0, 2.0, 3.0})[0].data());
  BOOST_TEST(one({1.0, 2.0, 3.0})[0].data() != other({1.0, 2.0, 3.0})[0].data());
}

BOOST_AUTO_TEST_CASE(inputs_are_numbers_or_values_in_any_range) {
  const mlp net = small(3);
  const double expected = net({1.0, 2.0, 3.0})[0].data();
  BOOST_TEST(net(std::array{1, 2, 3})[0].data() == expected);
  BOOST_TEST(net(std::vector{1.0F, 2.0F, 3.0F})[0].data() == expected);
  BOOST_TEST(net(std::vector<Value>{1.0, 2.0, Value{3.0}})[0].data() == expected);
}

BOOST_AUTO_TEST_CASE(inputs_have_gradients_too) {
  const mlp net = small(3);
  const auto x = cg::variables(std::array{1.0, 2.0, 3.0});
  net(x)[0].backward();
  const double h = 1e-5;
  const double difference =
      (net({1.0 + h, 2.0, 3.0})[0].data() - net({1.0 - h, 2.0, 3.0})[0].data()) / (2 * h);
  BOOST_TEST(x[0].grad() == difference, boost::test_tools::tolerance(1e-7));
}

BOOST_AUTO_TEST_CASE(gradients_agree_with_central_differences) {
  for (const activation how :
       {activation::linear, activation::relu, activation::tanh, activation::sigmoid}) {
    std::mt19937_64 engine(11);
    mlp net({2, 5, 3, 1}, {how, how, activation::linear}, engine);
    const auto loss = [&] { return pow(net({0.7, -1.3})[0] - 1, 2) + net({-0.2, 0.4})[0]; };
    BOOST_TEST(worst_gradient_error(net.parameters(), loss) < 1e-9);
  }
}

BOOST_AUTO_TEST_CASE(zero_grad_clears_every_parameter) {
  mlp net = small(5);
  net({1.0, 2.0, 3.0})[0].backward();
  const auto parameters = net.parameters();
  BOOST_TEST(std::ranges::any_of(parameters, [](const Value* p) { return p->grad() != 0; }));
  net.zero_grad();
  BOOST_TEST(std::ranges::all_of(parameters, [](const Value* p) { return p->grad() == 0; }));
}

BOOST_AUTO_TEST_CASE(sizes_and_activations_have_to_match) {
  std::mt19937_64 engine(1);
  const auto relu = activation::relu;
  const auto refused = [&](const std::vector<std::size_t>& sizes,
                           const std::vector<activation>& activations) {
    BOOST_CHECK_EXCEPTION(mlp(sizes, activations, engine), cg::error, tagged("ctgrad-E26"));
  };
  refused({}, {});
  refused({3}, {});
  refused({2, 3, 1}, {relu});
  refused({2, 3, 1}, {relu, relu, relu});
  refused({2, 0, 1}, {relu, relu});
  refused({0, 1}, {relu});
}

BOOST_AUTO_TEST_CASE(a_refused_network_takes_nothing_from_the_engine) {
  std::mt19937_64 engine(1);
  const std::mt19937_64 before = engine;
  BOOST_CHECK_THROW(mlp({2, 3, 1}, {activation::relu}, engine), cg::error);
  BOOST_TEST((engine == before));
}

BOOST_AUTO_TEST_CASE(the_wrong_number_of_inputs_is_an_error) {
  const mlp net = small(1);
  BOOST_CHECK_EXCEPTION(static_cast<void>(net({1.0, 2.0})), cg::error, tagged("ctgrad-E27"));
  BOOST_CHECK_EXCEPTION(static_cast<void>(net({1.0, 2.0, 3.0, 4.0})), cg::error,
                        tagged("ctgrad-E27"));
}

BOOST_AUTO_TEST_CASE(moved_networks_keep_their_parameters) {
  static_assert(std::is_nothrow_move_constructible_v<mlp> && !std::is_copy_constructible_v<mlp>);
  mlp net = small(1);
  const auto before = net.parameters();
  mlp moved = std::move(net);
  BOOST_TEST(before == moved.parameters(), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(parameters_survive_scopes_that_begin_after_them) {
  mlp net = small(1);
  {
    const cg::scope inner;
    net({1.0, 2.0, 3.0})[0].backward();
  }
  BOOST_TEST(std::ranges::any_of(net.parameters(), [](const Value* p) { return p->grad() != 0; }));
  net({1.0, 2.0, 3.0})[0].backward();
}

BOOST_AUTO_TEST_CASE(a_network_made_in_a_scope_ends_with_it) {
  const auto made_inside = [] {
    const cg::scope inner;
    return small(1);
  };
  const mlp net = made_inside();
  BOOST_CHECK_EXCEPTION(static_cast<void>(net({1.0, 2.0, 3.0})), cg::error, tagged("ctgrad-E20"));
}

BOOST_AUTO_TEST_CASE(nothing_is_recorded_under_no_grad) {
  const mlp net = small(1);
  const auto before = cg::basic_tape<double>::current().size();
  const cg::no_grad only_numbers;
  BOOST_TEST(net({1.0, 2.0, 3.0})[0].is_passive());
  BOOST_TEST(cg::basic_tape<double>::current().size() == before);
}

BOOST_AUTO_TEST_SUITE_END()
